// SPDX-License-Identifier: Apache-2.0
/** CloudWatch's alarms: metric and composite, evaluated in real or in virtual time. */
package io.highlands.cloudwatch.model.alarm;
