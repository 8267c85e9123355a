/**
 * The simulated staff API (Kounta): JSON over HTTP with its own people, sites and traps. What the
 * vendor left unsaid is a switch in {@link dev.lanyard.sandbox.staffapi.StaffApiSwitches}.
 */
package dev.lanyard.sandbox.staffapi;
