/**
 * A Backoffice and a staff API to run against, over real HTTP on 127.0.0.1, with invented people.
 * Knows none of Lanyard's other rooms, so that one wrong constant cannot be right on both sides.
 */
package dev.lanyard.sandbox;
