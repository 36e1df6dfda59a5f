// SPDX-License-Identifier: Apache-2.0
/**
 * Drills: practice for people. Hidden faults are chosen by a seed out of those of the runbooks, a trainee says where they are,
 * of what kind and what ends them, and ends them; a report and a score say how that went.
 */
package io.highlands.local.rehearsal.drill;
