package dev.lanyard.sandbox;

/** The two shapes of a Backoffice tenant. */
public enum TenantShape {
  /** Region, district, site. */
  HIERARCHICAL,
  /** Sites only. */
  FLAT
}
