package dev.lanyard.sandbox.backoffice;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.List;

/** A department in a state file: its id, or the name that older files have. */
final class DepartmentIds extends StdDeserializer<Integer> {
  private static final long serialVersionUID = 1L;
  private static final List<String> OLD = List.of("CASHIER", "LINE", "GREETER", "MANAGEMENT");

  DepartmentIds() {
    super(Integer.class);
  }

  @Override
  public Integer deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    int old = OLD.indexOf(parser.getText());
    return old < 0 ? parser.getIntValue() : old + 1;
  }
}
