/** When psychosocial rehabilitation takes place in the invented March 2025: group meetings, and visits in between. */
import { compare, marchDay, minuteOf, two, unitsIn, weekdayOf, WORKDAYS } from './shared.mjs';

/** The days of a weekly plan, or those it names. */
const daysOf = ({ weekdays, days }) => days ?? WORKDAYS.filter((day) => weekdays.includes(weekdayOf(day)));

/** People come late, leave early or step out; most stay to the end. */
function attendance({ from, to }, chance) {
  if (chance.happens(0.08)) return { from: from + chance.oneOf([10, 15, 20]), to };
  if (chance.happens(0.05)) return { from, to: to - 15 };
  if (chance.happens(0.06)) return { from, to, minutes: to - from - 10 };
  return { from, to };
}

/** How many are present on a day: as planned for it, else those who come and now and then some more. */
function participantsOn(day, plan, present, chance) {
  const most = 8 * plan.staff.length;
  const usual = Math.min(most, 8, Math.max(2, present.length + chance.between(0, 2)));
  return plan.participants?.[day] ?? usual;
}

/**
 * One visit for each member who comes to a meeting; two facilitators share the rows between them.
 * A plan says who leads (`staff`), when (`weekdays` or `days`, `at`, `minutes`) and who belongs to it (`members`).
 */
export function groupVisits(plans, calendar, chance) {
  return plans.flatMap((plan) =>
    daysOf(plan).flatMap((day) => {
      const meeting = { day, from: minuteOf(plan.at), to: minuteOf(plan.at) + plan.minutes };
      const present = plan.members.filter((id) => calendar.isFree(id, meeting) && chance.happens(0.85));
      const group = {
        id: `G-${plan.staff[0]}-${two(day)}`,
        participants: participantsOn(day, plan, present, chance),
        staff: plan.staff.length,
      };
      for (const who of [...plan.staff, ...present]) calendar.book(who, meeting);
      const activities = plan.activities && chance.someOf(plan.activities, 2);
      return present.map((member, place) => ({
        day,
        ...attendance(meeting, chance),
        member,
        staff: plan.staff[place % plan.staff.length],
        group,
        activities,
      }));
    }),
  );
}

const SLOTS = ['08:30', '09:30', '11:15', '13:00', '14:15', '15:30'].map(minuteOf);

/** Visits of one member, where staff and member are free; `pace` is the share of slots that are taken. */
export function individualVisits(caseloads, { pace, lengths }, calendar, chance) {
  return WORKDAYS.flatMap((day) =>
    SLOTS.flatMap((slot) =>
      caseloads
        .filter(({ from = 1, through = 31 }) => from <= day && day <= through && chance.happens(pace))
        .flatMap(({ staff, members }) => {
          const start = slot + chance.oneOf([0, 0, 5]);
          const time = { day, from: start, to: start + chance.oneOf(lengths) };
          const open = members.filter((id) => calendar.isFree(id, time));
          if (!open.length || !calendar.isFree(staff, time)) return [];
          const member = chance.oneOf(open);
          for (const who of [staff, member]) calendar.book(who, time);
          const minutes = chance.happens(0.06) ? time.to - start - 5 : undefined;
          return [{ ...time, ...(minutes && { minutes }), member, staff }];
        }),
    ),
  );
}

/** By staff, then day, then the order in which they were entered. */
export const inExportOrder = (visits) =>
  visits.toSorted((one, other) => compare(one.staff, other.staff) || one.day - other.day);

export const unitsOf = ({ minutes, from, to }) => unitsIn(minutes ?? to - from);

// Which sessions a mistake fits

export const isIndividual = ({ format }) => format === 'individual';
export const isMedicaid = ({ funding }) => funding === 'medicaid';
export const hasTwoUnits = ({ units }) => units >= 2;
export const isOnPurchase = (session) => !isMedicaid(session);

/** The only row of its meeting in the file: the others were not billed here. */
export function isOnlyRow({ group }, all) {
  return group?.id !== undefined && all.filter((other) => other.group?.id === group.id).length === 1;
}

/** No break, no group, no other session of the member that day: the clock times can go without further effect. */
export function isPlainAndAlone(session, all) {
  const sameDay = ({ member, dateOfService }) =>
    member.id === session.member.id && dateOfService === session.dateOfService;
  return isIndividual(session) && session.minutes === undefined && all.filter(sameDay).length === 1;
}

export const isOn = (day) => (session) => session.dateOfService === marchDay(day);
