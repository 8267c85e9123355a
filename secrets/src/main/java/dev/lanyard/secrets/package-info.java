/**
 * Keys and what they protect: payloads on their way through Temporal, PINs inside those payloads,
 * and digests. Knows nothing of people or processes.
 *
 * <p>What the payload codec does <em>not</em> see, measured with or read in the source of SDK 1.38,
 * and so must never hold a name or a secret: ids, type names, task queues, identity, search
 * attributes, a failure's type, the reason given when cancelling or terminating, the error text of
 * a failed query (a stack trace, not stored), and the id, type and time in a local activity's
 * marker.
 */
package dev.lanyard.secrets;
