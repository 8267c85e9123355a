# Lanyard's own parts: worker, starter, sandbox, codec server, set-up. Not run on Docker by the
# authors so far.
FROM eclipse-temurin:21.0.7_6-jdk AS build
WORKDIR /lanyard
COPY . .
RUN --mount=type=cache,target=/maven MAVEN_USER_HOME=/maven ./mvnw -B -q \
    -Dmaven.repo.local=/maven/repository -pl launcher -am -Dmaven.test.skip=true package \
    && mkdir /jars && cp */target/lanyard-*.jar launcher/target/lib/*.jar /jars/

FROM eclipse-temurin:21.0.7_6-jre
RUN useradd --system --uid 10001 --no-create-home lanyard \
    && install -d -o lanyard -m 0700 /var/lib/lanyard /var/lib/sandbox
COPY --from=build /jars /opt/lanyard
COPY docker/lanyard /usr/local/bin/lanyard
# Volumes take over the owner of these folders. The first holds the keys.
ENV LANYARD_HOME=/var/lib/lanyard \
    LANYARD_IN_CONTAINER=true
USER lanyard
VOLUME /var/lib/lanyard
ENTRYPOINT ["lanyard"]
