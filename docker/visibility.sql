-- Temporal keeps its search index in a database of its own; the other one is POSTGRES_DB.
CREATE DATABASE temporal_visibility;
