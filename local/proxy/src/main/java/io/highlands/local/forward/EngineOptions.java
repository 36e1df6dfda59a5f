// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.time.Duration;

/**
 * How an engine is built.
 *
 * @param name the name of its threads
 * @param ioThreads how many threads move bytes
 * @param maxHeader the largest request header in bytes, request line included; a larger one is answered with 400
 * @param maxAnswerHeader the largest head of a response in bytes, interim ones included; a larger one is a bad answer
 * @param clientIdle how long a client's connection may stand between two requests; zero for ever
 * @param upstreamIdle how long a connection to a target is kept between two requests; shorter than any target keeps it
 */
public record EngineOptions(String name, int ioThreads, int maxHeader, int maxAnswerHeader, Duration clientIdle,
        Duration upstreamIdle) {}
