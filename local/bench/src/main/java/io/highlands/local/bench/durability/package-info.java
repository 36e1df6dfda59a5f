// SPDX-License-Identifier: Apache-2.0
/** {@code bench durability}: whether what was acknowledged is there, or counted as lost, after kills, full disks and damaged files. */
package io.highlands.local.bench.durability;
