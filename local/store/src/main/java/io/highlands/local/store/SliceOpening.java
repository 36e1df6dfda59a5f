// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.store;

import java.io.IOException;
import java.sql.SQLException;

/**
 * How one file is attached, created, and set aside.
 *
 * @param duck the database
 * @param ledger what the files had when the run before ended
 * @param loading what is done with a file when it is attached for the first time
 * @param problems is told what goes wrong
 */
record SliceOpening(Duck duck, Ledger ledger, Slices.Visit loading, Problems problems) {

    /**
     * Attaches a file. One that is damaged is set aside, its log alone when that is what is damaged.
     *
     * @return whether the file stays in the list; it may be closed then
     */
    boolean attach(Slice slice) {
        try {
            attachOnce(slice);
            return true;
        } catch (SQLException e) {
            detach(slice);
            if (Failure.of(e) != Failure.DAMAGE) {
                problems.begin(slice.name(), slice.name() + " cannot be opened, and is tried again", e);
                return true;
            }
            if (Failure.isOfLog(e) && slice.hasLog()) {
                return setAsideLog(slice, e) && attach(slice);
            }
            setAside(slice, e);
            return false;
        }
    }

    private void attachOnce(Slice slice) throws SQLException {
        duck.attach(slice.file(), slice.catalog());
        SliceTables.create(duck, slice);
        if (!slice.isLoaded()) {
            loading.slice(slice);
            slice.loaded();
            long before = ledger.before(Ledger.ROWS + slice.name());
            slice.rows(SliceTables.count(duck, slice));
            lose(slice, before - slice.rows());
        }
        slice.attached(true);
        problems.over(slice.name());
    }

    private void lose(Slice slice, long rows) {
        if (rows > 0) {
            problems.lose(rows);
            problems.note(
                    rows + " rows of " + slice.name() + " are lost: they were written, and its log ends before them");
        }
    }

    /** Begins a file; one that could not be begun is not left behind. */
    void create(Slice slice) throws SQLException {
        try {
            duck.attach(slice.file(), slice.catalog());
            SliceTables.create(duck, slice);
            slice.loaded();
            slice.attached(true);
        } catch (SQLException e) {
            detach(slice);
            try {
                slice.delete();
            } catch (IOException left) {
                e.addSuppressed(left);
            }
            throw e;
        }
    }

    boolean isRefused(Slice slice) {
        try {
            duck.execute("SELECT count(*) FROM " + slice.catalog() + "." + slice.kind().rowTables().getFirst());
            return false;
        } catch (SQLException e) {
            return true;
        }
    }

    void detach(Slice slice) {
        slice.attached(false);
        try {
            duck.detach(slice.catalog());
        } catch (SQLException e) {
            problems.note("Could not close " + slice.name(), e);
        }
    }

    private boolean setAsideLog(Slice slice, SQLException reason) {
        try {
            slice.setAsideLog();
            problems.note("Set aside the log of " + slice.name() + ", which cannot be read", reason);
            return true;
        } catch (IOException e) {
            problems.note("Could not set aside the log of " + slice.name(), e);
            return false;
        }
    }

    void setAside(Slice slice, SQLException reason) {
        long rows = Math.max(slice.rows(), ledger.before(Ledger.ROWS + slice.name()));
        try {
            slice.setAside();
            problems.lose(rows);
            problems.over(slice.name());
            problems.note("Set aside " + slice.name() + " with "
                    + (rows == 0 ? "an unknown number of" : Long.toString(rows))
                    + " rows, which cannot be read", reason);
        } catch (IOException e) {
            problems.note("Could not set aside " + slice.name(), e);
        }
    }
}
