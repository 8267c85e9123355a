package dev.lanyard.benchmark;

import dev.lanyard.activities.backoffice.form.FormEntries;
import dev.lanyard.activities.backoffice.page.CreatePage;
import dev.lanyard.activities.backoffice.page.EditPage;
import dev.lanyard.activities.backoffice.page.Markup;
import dev.lanyard.activities.backoffice.page.RosterPage;
import dev.lanyard.activities.backoffice.page.RosterRow;
import dev.lanyard.activities.backoffice.page.SiteTree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From a page's bytes to values, each beside a bare {@code Jsoup.parse} of the same bytes in the
 * same run: the ratio is what is ours.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class PagesToValues {

  /** A roster in one answer. */
  @State(Scope.Benchmark)
  public static class Roster {

    @Param({"500", "10000"})
    public int employees;

    byte[] bytes;

    @Setup
    public void fetch() throws IOException, InterruptedException {
      try (SandboxPages pages = SandboxPages.ofTenantWith(employees)) {
        bytes = pages.roster();
      }
    }
  }

  /** One employee's edit page. */
  @State(Scope.Benchmark)
  public static class Edit {

    byte[] bytes;

    @Setup
    public void fetch() throws IOException, InterruptedException {
      try (SandboxPages pages = SandboxPages.ofTenantWith(12)) {
        bytes = pages.editPage(401);
      }
    }
  }

  /** The blank form. */
  @State(Scope.Benchmark)
  public static class Create {

    byte[] bytes;

    @Setup
    public void fetch() throws IOException, InterruptedException {
      try (SandboxPages pages = SandboxPages.ofTenantWith(12)) {
        bytes = pages.createPage();
      }
    }
  }

  @Benchmark
  public Document rosterBare(Roster page) throws IOException {
    return bare(page.bytes);
  }

  @Benchmark
  public List<RosterRow> rosterToValues(Roster page) {
    return RosterPage.parse(Markup.document(page.bytes, "/employee")).rows();
  }

  @Benchmark
  public Document editBare(Edit page) throws IOException {
    return bare(page.bytes);
  }

  @Benchmark
  public FormEntries editToFormEntries(Edit page) {
    return EditPage.parse(Markup.document(page.bytes, "/employee/edit/401")).unchanged();
  }

  @Benchmark
  public Document createBare(Create page) throws IOException {
    return bare(page.bytes);
  }

  @Benchmark
  public SiteTree createToSitesTree(Create page) {
    return CreatePage.parse(Markup.document(page.bytes, "/employee/create")).sites();
  }

  private static Document bare(byte[] bytes) throws IOException {
    return Jsoup.parse(new ByteArrayInputStream(bytes), "UTF-8", "");
  }
}
