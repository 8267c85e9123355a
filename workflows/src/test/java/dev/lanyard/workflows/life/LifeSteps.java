package dev.lanyard.workflows.life;

import dev.lanyard.workflows.attention.Decision;
import dev.lanyard.workflows.hr.HrEvent;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
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

  /** One thing that happens, in words and as an act. */
  private record Step(String words, Consumer<Life> act) {}

  /** An event that is made when its turn comes. */
  private record Made(String words, Function<Life, HrEvent> event) {}

  private LifeSteps() {}

  public static ActionChainArbitrary<Life> lives(Supplier<Life> birth, int steps) {
    return ActionChain.startWith(birth).withAction(anything()).withMaxTransformations(steps);
  }

  private static Action.Independent<Life> anything() {
    return () -> steps().map(step -> Transformer.mutate(step.words(), step.act()));
  }

  private static Arbitrary<Step> steps() {
    return Arbitraries.frequencyOf(
        Tuple.of(12, handed(anyEvent())),
        // Who never is hired has no life that could go wrong.
        Tuple.of(3, handed(hires())),
        Tuple.of(4, overlapping()),
        Tuple.of(3, Arbitraries.just(new Step("approve", Life::approve))),
        Tuple.of(3, answers()),
        Tuple.of(1, Arbitraries.just(new Step("withdraw", Life::withdraw))),
        Tuple.of(1, Arbitraries.just(new Step("call off", Life::callOff))),
        Tuple.of(1, Arbitraries.just(new Step("old replay", Life::replayOld))),
        Tuple.of(
            1,
            Arbitraries.integers()
                .between(0, 5)
                .map(which -> new Step("again " + which, life -> life.again(which)))),
        Tuple.of(
            2,
            Arbitraries.of(Ground.HandEdit.class)
                .map(edit -> new Step("by hand " + edit, life -> life.byHand(edit)))),
        Tuple.of(
            2,
            Arbitraries.of(Ground.Fault.class)
                .map(fault -> new Step("fault " + fault, life -> life.fault(fault)))),
        Tuple.of(
            5,
            Arbitraries.of(30, 5 * 24, 20 * 24)
                .map(
                    hours ->
                        new Step(
                            "skip " + hours + " h", life -> life.skip(Duration.ofHours(hours))))));
  }

  private static Arbitrary<Step> answers() {
    return Arbitraries.of(Decision.REJECT, Decision.RETRY, Decision.WITHDRAW, Decision.APPROVE)
        .map(choice -> new Step(choice, life -> life.answer(choice)));
  }

  private static Arbitrary<Step> handed(Arbitrary<Made> events) {
    return Combinators.combine(events, Arbitraries.frequency(Tuple.of(3, true), Tuple.of(1, false)))
        .as(
            (made, approved) ->
                new Step(
                    made.words() + (approved ? ", approved" : ""),
                    life -> {
                      life.hand(made.event().apply(life));
                      if (approved) {
                        life.approve();
                      }
                    }));
  }

  /** The event arrives while a call is under way, whenever that comes. */
  private static Arbitrary<Step> overlapping() {
    return Combinators.combine(Arbitraries.of(Ground.Moment.class), anyEvent())
        .as(
            (moment, made) ->
                new Step(
                    "during " + moment + ": " + made.words(),
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
        Tuple.of(2, Arbitraries.just(new Made("undo", Life::undo))));
  }

  private static Arbitrary<Made> hires() {
    return Arbitraries.of(0, 3).map(days -> new Made("hire in " + days, life -> life.hire(days)));
  }

  private static Arbitrary<Made> terminations() {
    return day(3).map(day -> new Made("termination " + words(day), life -> life.termination(day)));
  }

  private static Arbitrary<Made> changes() {
    return Combinators.combine(Arbitraries.of("6155550001", "6155550002"), day(4))
        .as((phone, from) -> new Made("change " + words(from), life -> life.change(phone, from)));
  }

  private static Arbitrary<Made> transfers() {
    return Combinators.combine(
            Arbitraries.of(Set.of(1), Set.of(0, 1), Set.of(1, 2), Set.<Integer>of()),
            Arbitraries.of(0, 1).optional(0.4),
            day(4),
            Arbitraries.of(6, 9).optional(0.5))
        .as(
            (sites, template, from, until) -> {
              Set<Integer> some = sites.isEmpty() && template.isEmpty() ? Set.of(2) : sites;
              return new Made(
                  "transfer to " + some + template + words(from) + " until " + words(until),
                  life -> life.transfer(some, template, from, until));
            });
  }

  private static Arbitrary<Made> leaves() {
    return Combinators.combine(day(2), Arbitraries.of(5, 12).optional(0.5))
        .as(
            (last, back) ->
                new Made(
                    "leave " + words(last) + " back " + words(back),
                    life -> life.leave(last, back)));
  }

  private static Arbitrary<Made> returns() {
    return day(3).map(on -> new Made("return " + words(on), life -> life.back(on)));
  }

  private static Arbitrary<Optional<Integer>> day(int later) {
    return Arbitraries.of(Optional.empty(), Optional.of(later));
  }

  private static String words(Optional<Integer> day) {
    return day.map(days -> "in " + days).orElse("now");
  }
}
