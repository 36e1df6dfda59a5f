// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.metrics;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedAsyncClientOption;
import software.amazon.awssdk.services.cloudwatch.CloudWatchAsyncClient;

/**
 * Makes the SDK's client: region, credentials and endpoint by its own default chain (AWS_REGION, the role of the task,
 * AWS_ENDPOINT_URL).
 */
final class Clients {

    private Clients() {
    }

    /** With two threads of its own at most; by default it has a pool sized by cores, and five more for its timers. */
    static CloudWatchAsyncClient cloudWatch(Duration attempt) {
        ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("metrics-timer").daemon().factory());
        return CloudWatchAsyncClient.builder().httpClient(new JdkHttp(attempt))
                .overrideConfiguration(ClientOverrideConfiguration.builder().scheduledExecutorService(timers)
                        .apiCallAttemptTimeout(attempt).build())
                .asyncConfiguration(async -> async.advancedOption(
                        SdkAdvancedAsyncClientOption.FUTURE_COMPLETION_EXECUTOR, Runnable::run))
                .build();
    }
}
