// SPDX-License-Identifier: Apache-2.0
/**
 * What a rehearsal recorded, replayed through prod's own alarms in virtual time: periods as AWS has them, prod's
 * names, prod's number of tasks, and an arrangement of the services for every other instance of the alarm.
 */
package io.highlands.local.rehearsal.replay;
