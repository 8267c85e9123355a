/**
 * The simulated Backoffice: server-rendered HTML over a PHP session. Every rule names the section
 * of the wire protocol that it stands for; what the protocol calls unknown or a claim is a switch
 * in {@link dev.lanyard.sandbox.backoffice.BackofficeSwitches}.
 */
package dev.lanyard.sandbox.backoffice;
