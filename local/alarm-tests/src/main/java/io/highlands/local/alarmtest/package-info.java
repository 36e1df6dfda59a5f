// SPDX-License-Identifier: Apache-2.0
/** Tests alarms over series that a file gives, in the manner of {@code promtool test rules}. */
package io.highlands.local.alarmtest;
