package dev.lanyard.worker;

import dagger.BindsInstance;
import dagger.Component;
import dev.lanyard.secrets.Keys;
import dev.lanyard.worker.configuration.WorkerConfiguration;
import io.temporal.client.WorkflowClient;
import javax.inject.Singleton;

/** The whole worker, put together. */
@Singleton
@Component(modules = {ActivityModule.class, QueueModule.class})
interface WorkerComponent {

  LanyardWorker worker();

  @Component.Factory
  interface Factory {
    WorkerComponent create(
        @BindsInstance WorkflowClient client,
        @BindsInstance WorkerConfiguration configuration,
        @BindsInstance Keys keys);
  }
}
