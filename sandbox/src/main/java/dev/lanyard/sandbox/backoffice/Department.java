package dev.lanyard.sandbox.backoffice;

/** A department of the tenant (section 10). */
record Department(int id, String label) {}
