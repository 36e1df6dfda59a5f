// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.metrics;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.cloudwatch.CloudWatchAsyncClient;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;

/**
 * Sends batches, one after the other and within a time limit. A batch that does not arrive is counted and lost; the log
 * says so once in ten minutes.
 */
final class Delivery implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final long QUIET_NANOS = Duration.ofMinutes(10).toNanos();

    private final Supplier<CloudWatchAsyncClient> clients;
    private CloudWatchAsyncClient client;
    private long failures;
    private long reported;
    private long warnedAt;
    private boolean warned;

    /** Made from what makes the client, since that needs a region, which may not be there either. */
    Delivery(Supplier<CloudWatchAsyncClient> clients) {
        this.clients = clients;
    }

    /** Failures since the last call. */
    synchronized long takeFailures() {
        long since = failures - reported;
        reported = failures;
        return since;
    }

    /** Returns when the batch has arrived, or is given up. */
    void send(PutMetricDataRequest batch, Duration longest) {
        try {
            if (client == null) {
                client = clients.get();
            }
            client.putMetricData(batch).get(longest.toMillis(), TimeUnit.MILLISECONDS);
            arrived();
        } catch (ExecutionException e) {
            failed(reason(e));
        } catch (TimeoutException e) {
            failed("no answer within " + longest.toMillis() + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failed("interrupted");
        } catch (RuntimeException e) {
            failed(reason(e));
        }
    }

    private void arrived() {
        if (warned) {
            warned = false;
            LOG.info("metrics reach CloudWatch again; {} batches were lost so far", failures);
        }
    }

    private synchronized void failed(String reason) {
        failures++;
        if (!warned || System.nanoTime() - warnedAt > QUIET_NANOS) {
            warned = true;
            warnedAt = System.nanoTime();
            LOG.warn("metrics do not reach CloudWatch: {}; {} batches lost so far, next word in 10 minutes or when "
                    + "they do", reason, failures);
        }
    }

    private static String reason(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null
                ? cause.getClass().getSimpleName()
                : cause.getMessage().lines().findFirst()
                        .orElse(cause.getClass().getSimpleName());
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
        }
    }
}
