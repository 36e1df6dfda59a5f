// SPDX-License-Identifier: Apache-2.0
/** What each kind of fault does to the running platform, and how it is undone. */
package io.highlands.local.fault.effects;
