package dev.lanyard.activities.firstfaults;

/**
 * One request of a run without faults.
 *
 * @param nth of all of this method and path in the run, counted from 1
 */
public record SentRequest(String method, String path, int nth) {

  boolean isLogin() {
    return path.equals("/login_check") || path.equals("/v1/oauth/token.json");
  }

  boolean writes() {
    return !method.equals("GET") && !isLogin();
  }

  @Override
  public String toString() {
    return method + " " + path + (nth == 1 ? "" : " (" + nth + ")");
  }
}
