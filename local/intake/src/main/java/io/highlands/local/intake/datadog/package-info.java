// SPDX-License-Identifier: Apache-2.0
/**
 * What Datadog's agent takes in from tracers on port 8126: traces of versions 0.3, 0.4 and 0.5, and harmless answers to the
 * rest.
 *
 * @see <a href="https://github.com/DataDog/datadog-agent/tree/main/pkg/trace/api">Datadog Agent, pkg/trace/api</a>
 */
package io.highlands.local.intake.datadog;
