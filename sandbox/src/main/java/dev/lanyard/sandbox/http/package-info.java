/**
 * What both simulated systems share: a loopback server that can cut a connection, the list of
 * requests that arrived, and scripted faults. Knows nothing of employees or staff members.
 */
package dev.lanyard.sandbox.http;
