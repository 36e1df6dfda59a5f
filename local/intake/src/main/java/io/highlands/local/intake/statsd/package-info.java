// SPDX-License-Identifier: Apache-2.0
/**
 * DogStatsD over UDP: what a tracer tells of its JVM.
 *
 * @see <a href="https://docs.datadoghq.com/developers/dogstatsd/datagram_shell/">DogStatsD datagram format</a>
 */
package io.highlands.local.intake.statsd;
