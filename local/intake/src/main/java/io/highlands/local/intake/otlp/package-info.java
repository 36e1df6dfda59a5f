// SPDX-License-Identifier: Apache-2.0
/**
 * OTLP over HTTP, protobuf and JSON: traces are taken in, metrics and logs counted.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#otlphttp">OTLP/HTTP</a>
 */
package io.highlands.local.intake.otlp;
