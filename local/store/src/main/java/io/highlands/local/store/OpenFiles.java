// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

/**
 * The files, once they are open.
 *
 * @param duck the database
 * @param state the file with values and histories
 * @param slices the files with slices of time of metrics and logs
 * @param spans the files with slices of time of spans
 * @param ledger what says how much the files have
 * @param problems is told what goes wrong
 * @param base what is added to a row's number in the files, so that numbers grow from one start to the next
 */
record OpenFiles(Duck duck, StateFile state, Slices slices, Slices spans, Ledger ledger, Problems problems,
        long base) {}
