// SPDX-License-Identifier: Apache-2.0
/** Names, units and meanings of everything that is measured: what the services publish and what AWS publishes. */
package io.highlands.telemetry;
