// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

/**
 * The files, once they are open.
 *
 * @param duck the database
 * @param slices the files with slices of time
 * @param base what is added to a row's number in the files, so that numbers grow from one start to the next
 */
record OpenFiles(Duck duck, Slices slices, long base) {}
