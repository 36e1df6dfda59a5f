// SPDX-License-Identifier: Apache-2.0
/**
 * Rehearsals of runbooks on the running platform: fault, alarm, diagnosis, mitigation, recovery, each a phase of its own. The
 * platform is known by {@link io.highlands.local.rehearsal.RehearsalTarget} only, so that a scripted one can take its place.
 */
package io.highlands.local.rehearsal;
