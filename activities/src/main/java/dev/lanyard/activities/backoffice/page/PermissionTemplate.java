package dev.lanyard.activities.backoffice.page;

/** A preset of permissions and what it stands for now (section 9.1). */
public record PermissionTemplate(int id, String name, PermissionSet permissions) {}
