package dev.lanyard.sandbox.backoffice;

/**
 * The readings of Backoffice that can be changed while it runs, by room of the protocol. The
 * component names of the parts are the keys of {@code POST /_sandbox/settings} and of {@code
 * --set}; each name stands in one part only.
 */
public record BackofficeSwitches(
    LoginSwitches login,
    PageSwitches page,
    EmployeeSwitches employee,
    UniqueSwitches unique,
    SiteSwitches site,
    WageSwitches wage,
    RosterSwitches roster,
    UserSwitches user) {}
