package dev.lanyard.worker;

import dev.lanyard.worker.configuration.WorkerConfiguration;
import dev.lanyard.workflows.digest.DailyDigestWorkflow;
import dev.lanyard.workflows.digest.DigestInput;
import dev.lanyard.workflows.notification.Notice;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.ScheduleOverlapPolicy;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.schedules.Schedule;
import io.temporal.client.schedules.ScheduleActionStartWorkflow;
import io.temporal.client.schedules.ScheduleAlreadyRunningException;
import io.temporal.client.schedules.ScheduleCalendarSpec;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.client.schedules.ScheduleClientOptions;
import io.temporal.client.schedules.ScheduleException;
import io.temporal.client.schedules.ScheduleOptions;
import io.temporal.client.schedules.SchedulePolicy;
import io.temporal.client.schedules.ScheduleRange;
import io.temporal.client.schedules.ScheduleSpec;
import io.temporal.client.schedules.ScheduleUpdate;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The daily schedules of one task queue, as the configuration wants them: made, changed and taken
 * away at a worker's start. Somebody who paused one finds it paused.
 */
public final class DigestSchedules {

  /** A digest of the morning is still worth sending in the afternoon (guessed). */
  private static final Duration CATCH_UP = Duration.ofHours(10);

  private DigestSchedules() {}

  /**
   * May be repeated.
   *
   * @return the ids that are there now
   * @throws TemporalUnavailable when Temporal does not answer about schedules
   */
  public static Set<String> keep(
      WorkflowServiceStubs stubs, String namespace, WorkerConfiguration configuration)
      throws TemporalUnavailable {
    // The input names nobody, and an encrypted one would be bound to a run that has another id:
    // the schedule appends the time to it. So these alone are plain.
    ScheduleClient client =
        ScheduleClient.newInstance(
            stubs, ScheduleClientOptions.newBuilder().setNamespace(namespace).build());
    String prefix = configuration.taskQueue() + "-daily-";
    Map<String, Schedule> wanted = wanted(configuration, prefix);
    try {
      wanted.forEach((id, schedule) -> keepOne(client, id, schedule));
      List<String> there = client.listSchedules().map(listed -> listed.getScheduleId()).toList();
      there.stream()
          .filter(id -> id.startsWith(prefix) && !wanted.containsKey(id))
          .forEach(id -> client.getHandle(id).delete());
    } catch (ScheduleException | StatusRuntimeException e) {
      throw new TemporalUnavailable("the daily schedules could not be kept: " + e.getMessage(), e);
    }
    return wanted.keySet();
  }

  private static void keepOne(ScheduleClient client, String id, Schedule schedule) {
    try {
      client.createSchedule(id, schedule, ScheduleOptions.newBuilder().build());
    } catch (ScheduleAlreadyRunningException there) {
      client
          .getHandle(id)
          .update(
              input ->
                  new ScheduleUpdate(
                      Schedule.newBuilder(schedule)
                          .setState(input.getDescription().getSchedule().getState())
                          .build()));
    }
  }

  private static Map<String, Schedule> wanted(WorkerConfiguration configuration, String prefix) {
    Map<String, Schedule> wanted = new LinkedHashMap<>();
    var digests = configuration.digests();
    digests
        .at()
        .ifPresent(
            at -> {
              ZoneId home = digests.settings().defaultZone();
              Set<String> zones = new TreeSet<>(Set.of(home.getId()));
              digests.settings().siteZones().values().forEach(zone -> zones.add(zone.getId()));
              String queue = configuration.taskQueue();
              for (String zone : zones) {
                wanted.put(
                    prefix + Notice.DIGEST + "-" + zone, daily(queue, Notice.DIGEST, zone, at));
              }
              wanted.put(prefix + Notice.UNCLEAN, daily(queue, Notice.UNCLEAN, home.getId(), at));
            });
    return wanted;
  }

  private static Schedule daily(String taskQueue, String kind, String zone, LocalTime at) {
    return Schedule.newBuilder()
        .setAction(
            ScheduleActionStartWorkflow.newBuilder()
                .setWorkflowType(DailyDigestWorkflow.class)
                .setArguments(new DigestInput(kind, zone, Optional.empty()))
                .setOptions(
                    WorkflowOptions.newBuilder()
                        .setWorkflowId("daily-" + kind + "/" + taskQueue + "/" + zone)
                        .setTaskQueue(taskQueue)
                        .build())
                .build())
        .setSpec(
            ScheduleSpec.newBuilder()
                .setCalendars(
                    List.of(
                        ScheduleCalendarSpec.newBuilder()
                            .setHour(List.of(new ScheduleRange(at.getHour())))
                            .setMinutes(List.of(new ScheduleRange(at.getMinute())))
                            .build()))
                .setTimeZoneName(zone)
                .build())
        .setPolicy(
            SchedulePolicy.newBuilder()
                .setOverlap(ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_SKIP)
                .setCatchupWindow(CATCH_UP)
                .build())
        .build();
  }
}
