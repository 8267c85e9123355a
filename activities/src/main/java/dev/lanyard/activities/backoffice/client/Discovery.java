package dev.lanyard.activities.backoffice.client;

import dev.lanyard.activities.backoffice.page.CreatePage;
import dev.lanyard.activities.backoffice.page.PermissionMatrix;
import java.time.Duration;

/**
 * What the tenant offers to everybody alike, remembered for all sessions of a client: two small
 * copies, never anything of one employee. Whatever goes wrong in a conversation drops both.
 */
final class Discovery {

  private final Remembered<CreatePage> createPage;
  private final Remembered<PermissionMatrix> permissions;

  /**
   * @param age after which a copy is read anew; zero remembers nothing
   */
  Discovery(Duration age) {
    this.createPage = new Remembered<>(age, System::nanoTime, CreatePage::blank);
    this.permissions = new Remembered<>(age, System::nanoTime, PermissionMatrix::tenantWide);
  }

  Remembered<CreatePage> createPage() {
    return createPage;
  }

  Remembered<PermissionMatrix> permissions() {
    return permissions;
  }

  void forget() {
    createPage.forget();
    permissions.forget();
  }
}
