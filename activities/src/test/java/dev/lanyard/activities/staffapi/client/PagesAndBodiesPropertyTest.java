package dev.lanyard.activities.staffapi.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lanyard.activities.http.RemoteOrigin;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever is written arrives as it was, and a list of any length is read whole, over real HTTP.
 */
class PagesAndBodiesPropertyTest {

  /** An address has rules of its own. */
  private static final String IMAGE = "https://images.example.com/jane.png";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final MockWebServer SERVER = new MockWebServer();
  private static final Scripted SCRIPT = new Scripted();

  @BeforeContainer
  static void start() throws IOException {
    SERVER.setDispatcher(SCRIPT);
    SERVER.start();
  }

  @AfterContainer
  static void stop() {
    SERVER.close();
  }

  @Property(tries = 60)
  void listIsReadWholeInOrderHoweverItPages(
      @ForAll @Size(max = 130) @UniqueElements List<@LongRange(min = 1) Long> ids,
      @ForAll @IntRange(min = 1, max = 30) int rowsOnAPage,
      @ForAll boolean byNextPage) {
    SCRIPT.ids = ids;
    SCRIPT.rowsOnAPage = rowsOnAPage;
    SCRIPT.byNextPage = byNextPage;
    SCRIPT.asked.clear();

    assertThat(client().staff()).extracting(StaffRow::id).containsExactlyElementsOf(ids);

    int pages = Math.max(1, (ids.size() + rowsOnAPage - 1) / rowsOnAPage);
    assertThat(SCRIPT.asked).hasSize(pages);
  }

  @Property(tries = 150)
  void everyTextAndIdArrivesAsItWas(
      @ForAll("texts") String name,
      @ForAll("texts") String tag,
      @ForAll @Size(max = 4) Set<@LongRange(min = 1) Long> siteIds)
      throws IOException {
    NewStaffMember member =
        new NewStaffMember(
            "x" + name,
            "y" + name,
            "jane.doe@example.com",
            Optional.of(name),
            "hr-1",
            List.of("FinishSale"),
            SiteDecision.exactly(siteIds),
            List.of(tag, "\"],\"sites\":null,\"x\":[\""),
            Optional.of(IMAGE));

    assertThat(client().create(member, () -> {})).contains(454L);

    JsonNode body = JSON.readTree(SCRIPT.body);
    assertThat(body.path("first_name").textValue()).isEqualTo("x" + name);
    assertThat(body.path("last_name").textValue()).isEqualTo("y" + name);
    assertThat(body.path("phone").textValue()).isEqualTo(name);
    assertThat(body.path("image").textValue()).isEqualTo(IMAGE);
    assertThat(body.path("tags").get(0).textValue()).isEqualTo(tag);
    List<Long> sites = new ArrayList<>();
    body.path("sites").forEach(site -> sites.add(site.longValue()));
    assertThat(sites).isEqualTo(List.copyOf(new TreeSet<>(siteIds)));
    assertThat(SCRIPT.contentType).isEqualTo("application/json");
  }

  /** No half characters: no server could read them. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .all()
        .ofMaxLength(60)
        .map(
            text ->
                text.codePoints()
                    .filter(c -> Character.getType(c) != Character.SURROGATE)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining()));
  }

  private static StaffApiClient client() {
    return new StaffApiClient(
        RemoteOrigin.parse(SERVER.url("/v1/").toString()),
        new FixedAuthorization("Basic x"),
        5678,
        Duration.ofSeconds(20),
        RequestLimit.NONE,
        Clock.systemUTC());
  }

  private static final class Scripted extends Dispatcher {
    volatile List<Long> ids = List.of();
    volatile int rowsOnAPage;
    volatile boolean byNextPage;
    volatile String body = "";
    volatile String contentType = "";
    final List<Integer> asked = Collections.synchronizedList(new ArrayList<>());

    @Override
    public MockResponse dispatch(RecordedRequest request) {
      if (request.getMethod().equals("POST")) {
        body = request.getBody().utf8();
        contentType = request.getHeaders().get("Content-Type");
        return new MockResponse.Builder().code(201).addHeader("Location", "staff/454.json").build();
      }
      String asks =
          byNextPage ? request.getUrl().queryParameter("page") : request.getHeaders().get("X-Page");
      int page = asks == null ? 0 : Integer.parseInt(asks);
      asked.add(page);
      int pages = Math.max(1, (ids.size() + rowsOnAPage - 1) / rowsOnAPage);
      String rows =
          ids.stream()
              .skip((long) page * rowsOnAPage)
              .limit(rowsOnAPage)
              .map(id -> "{\"id\":" + id + "}")
              .collect(Collectors.joining(",", "[", "]"));
      MockResponse.Builder answer = new MockResponse.Builder().body(rows);
      if (!byNextPage) {
        return answer.addHeader("X-Pages", Integer.toString(pages)).build();
      }
      return page + 1 < pages
          ? answer
              .addHeader(
                  "X-Next-Page",
                  request.getUrl().newBuilder().query("page=" + (page + 1)).build().toString())
              .build()
          : answer.build();
    }
  }
}
