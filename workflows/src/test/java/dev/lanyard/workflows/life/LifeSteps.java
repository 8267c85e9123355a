package dev.lanyard.workflows.life;

import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.hr.HireEvent;
import dev.lanyard.workflows.hr.HrEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import net.jqwik.api.state.Transformer;

/** What may happen in a life, in any order; the weights are guessed. */
public final class LifeSteps {

  /** One thing that happens, as a test tells it and as an act. */
  private record Step(String code, Consumer<Life> act) {}

  /** An event that is made when its turn comes. */
  private record Made(String code, Function<Life, HrEvent> event) {}

  private LifeSteps() {}

  public static ActionChainArbitrary<Life> lives(Supplier<Life> birth, int steps) {
    return ActionChain.startWith(
            () -> {
              Life life = birth.get();
              life.hand(life.hire(0)).approve();
              return life;
            })
        .withAction(anything())
        .withMaxTransformations(steps);
  }

  /** Lives it to its end; what goes wrong is told so that it can be lived again. */
  public static void live(ActionChain<Life> chain) {
    try {
      chain.run().finish();
    } catch (AssertionError wrong) {
      throw new AssertionError(
          wrong.getMessage()
              + "\n\nThe life, to be told in OneLifeTest:\n    hire();\n    "
              + String.join("\n    ", chain.transformations())
              + "\n    life.finish();\n",
          wrong);
    }
  }

  private static Action.Independent<Life> anything() {
    return () -> steps().map(step -> Transformer.mutate("life." + step.code() + ";", step.act()));
  }

  private static Arbitrary<Step> steps() {
    return Arbitraries.frequencyOf(
        Tuple.of(10, handed(anyEvent())),
        // Most of what can go wrong begins with one: loans overlap, ends come late (measured).
        Tuple.of(10, handed(transfers())),
        Tuple.of(3, handed(hires())),
        Tuple.of(4, overlapping()),
        Tuple.of(3, Arbitraries.just(new Step("approve()", Life::approve))),
        Tuple.of(3, answers()),
        Tuple.of(1, Arbitraries.just(new Step("withdraw()", Life::withdraw))),
        Tuple.of(1, Arbitraries.just(new Step("cancel()", Life::cancel))),
        Tuple.of(1, Arbitraries.just(new Step("callOff()", Life::callOff))),
        Tuple.of(1, Arbitraries.just(new Step("replayOld()", Life::replayOld))),
        Tuple.of(1, tried()),
        Tuple.of(
            1,
            Arbitraries.integers()
                .between(0, 5)
                .map(which -> new Step("again(" + which + ")", life -> life.again(which)))),
        Tuple.of(
            2,
            Arbitraries.of(Ground.HandEdit.class)
                .map(
                    edit ->
                        new Step(
                            "byHand(Ground.HandEdit." + edit + ")", life -> life.byHand(edit)))),
        Tuple.of(
            2,
            Arbitraries.of(Ground.Fault.class)
                .map(
                    fault ->
                        new Step("fault(Ground.Fault." + fault + ")", life -> life.fault(fault)))),
        Tuple.of(
            5,
            Arbitraries.of(30, 5 * 24, 20 * 24)
                .map(
                    hours ->
                        new Step(
                            "skip(Duration.ofHours(" + hours + "))",
                            life -> life.skip(Duration.ofHours(hours))))));
  }

  private static Arbitrary<Step> answers() {
    return Arbitraries.of(Decision.REJECT, Decision.RETRY, Decision.WITHDRAW, Decision.APPROVE)
        .map(choice -> new Step("answer(\"" + choice + "\")", life -> life.answer(choice)));
  }

  private static Arbitrary<Step> handed(Arbitrary<Made> events) {
    return Combinators.combine(events, Arbitraries.frequency(Tuple.of(5, true), Tuple.of(1, false)))
        .as(
            (made, approved) ->
                new Step(
                    "hand(" + made.code() + ")" + (approved ? ".approve()" : ""),
                    life -> {
                      life.hand(made.event().apply(life));
                      if (approved) {
                        life.approve();
                      }
                    }));
  }

  private static Arbitrary<Step> tried() {
    return hires()
        .map(
            made ->
                new Step(
                    "tryOut(" + made.code() + ")",
                    life -> life.tryOut((HireEvent) made.event().apply(life))));
  }

  /** The event arrives while a call is under way, whenever that comes. */
  private static Arbitrary<Step> overlapping() {
    return Combinators.combine(Arbitraries.of(Ground.Moment.class), anyEvent())
        .as(
            (moment, made) ->
                new Step(
                    "during(Ground.Moment." + moment + ", () -> " + made.code() + ")",
                    life -> life.during(moment, () -> made.event().apply(life))));
  }

  private static Arbitrary<Made> anyEvent() {
    return Arbitraries.frequencyOf(
        Tuple.of(2, hires()),
        Tuple.of(3, terminations()),
        Tuple.of(1, changes()),
        Tuple.of(5, transfers()),
        Tuple.of(3, leaves()),
        Tuple.of(3, returns()),
        Tuple.of(2, Arbitraries.just(new Made("life.undo()", Life::undo))));
  }

  private static Arbitrary<Made> hires() {
    return Arbitraries.of(0, 3)
        .map(days -> new Made("life.hire(" + days + ")", life -> life.hire(days)));
  }

  private static Arbitrary<Made> terminations() {
    return day(3)
        .map(day -> new Made("life.termination(" + code(day) + ")", life -> life.termination(day)));
  }

  private static Arbitrary<Made> changes() {
    return Combinators.combine(Arbitraries.of("6155550001", "6155550002"), day(4))
        .as(
            (phone, from) ->
                new Made(
                    "life.change(\"" + phone + "\", " + code(from) + ")",
                    life -> life.change(phone, from)));
  }

  private static Arbitrary<Made> transfers() {
    return Combinators.combine(
            Arbitraries.of(List.of(1), List.of(0, 1), List.of(1, 2), List.<Integer>of()),
            Arbitraries.of(0, 1).optional(0.4),
            day(4),
            Arbitraries.of(6, 9).optional(0.5))
        .as(
            (sites, template, from, until) -> {
              List<Integer> some = sites.isEmpty() && template.isEmpty() ? List.of(2) : sites;
              return new Made(
                  "life.transfer(Set.of(%s), %s, %s, %s)"
                      .formatted(
                          some.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                          code(template),
                          code(from),
                          code(until)),
                  life -> life.transfer(Set.copyOf(some), template, from, until));
            });
  }

  private static Arbitrary<Made> leaves() {
    return Combinators.combine(day(2), Arbitraries.of(5, 12).optional(0.5))
        .as(
            (last, back) ->
                new Made(
                    "life.leave(" + code(last) + ", " + code(back) + ")",
                    life -> life.leave(last, back)));
  }

  private static Arbitrary<Made> returns() {
    return day(3).map(on -> new Made("life.back(" + code(on) + ")", life -> life.back(on)));
  }

  private static Arbitrary<Optional<Integer>> day(int later) {
    return Arbitraries.of(Optional.empty(), Optional.of(later));
  }

  private static String code(Optional<Integer> number) {
    return number.map(some -> "Optional.of(" + some + ")").orElse("Optional.empty()");
  }
}
