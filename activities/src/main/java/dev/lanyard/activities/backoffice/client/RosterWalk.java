package dev.lanyard.activities.backoffice.client;

import dev.lanyard.activities.backoffice.client.BackofficeFailure.Kind;
import dev.lanyard.activities.backoffice.page.RosterPage;
import dev.lanyard.activities.backoffice.page.RosterRow;
import dev.lanyard.activities.http.RemoteOrigin;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/**
 * The way from the roster's first page to another one. Pages are counted in the path, where an
 * employee's id could stand as well (section 5), so no such path is built here: only what the pager
 * itself links to is asked for, and only in the one shape that is known.
 */
final class RosterWalk {

  private static final Pattern PATH = Pattern.compile("employee/([1-9]\\d{0,5})");

  private final RemoteOrigin origin;
  private final Function<HttpUrl, RosterPage> load;

  private record Link(int number, HttpUrl url) {}

  RosterWalk(RemoteOrigin origin, Function<HttpUrl, RosterPage> load) {
    this.origin = origin;
    this.load = load;
  }

  /** Each step gets nearer, so that a pager that leads in circles ends the walk. */
  Optional<RosterPage> to(int wanted, RosterPage first) {
    RosterPage page = first;
    int at = 1;
    Set<Integer> seen = new HashSet<>(ids(first));
    while (at < wanted) {
      Optional<Link> step = furthest(page, at, wanted);
      if (step.isEmpty()) {
        requireEnd(page);
        return Optional.empty();
      }
      page = load.apply(step.get().url());
      at = step.get().number();
      List<Integer> found = ids(page);
      if (!found.isEmpty() && seen.containsAll(found)) {
        throw changed("the roster's page " + at + " shows the employees of an earlier page");
      }
      seen.addAll(found);
    }
    return Optional.of(page);
  }

  private Optional<Link> furthest(RosterPage page, int after, int upTo) {
    return Stream.concat(page.pagerLinks().stream(), page.nextLink().stream())
        .map(this::link)
        .flatMap(Optional::stream)
        .filter(link -> link.number() > after && link.number() <= upTo)
        .max(Comparator.comparingInt(Link::number));
  }

  /** A "next" that leads nowhere further must not look like the last page. */
  private static void requireEnd(RosterPage page) {
    if (page.nextLink().isPresent()) {
      throw changed("the roster's pager does not lead on to /employee/<page>?...");
    }
  }

  /** Same origin, the known path, and the pager's own query. */
  private Optional<Link> link(String href) {
    HttpUrl url = origin.base().resolve(href);
    String base = origin.base().encodedPath();
    if (url == null || !origin.owns(url) || !url.encodedPath().startsWith(base)) {
      return Optional.empty();
    }
    Matcher path = PATH.matcher(url.encodedPath().substring(base.length()));
    String query = url.query();
    return path.matches() && query != null && !query.isBlank()
        ? Optional.of(new Link(Integer.parseInt(path.group(1)), url))
        : Optional.empty();
  }

  private static List<Integer> ids(RosterPage page) {
    return page.rows().stream().map(RosterRow::employeeId).toList();
  }

  private static BackofficeFailure changed(String what) {
    return new BackofficeFailure(Kind.CHANGED, "GET /employee: " + what + ".");
  }
}
