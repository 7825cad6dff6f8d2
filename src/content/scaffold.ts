import { isFictionalCode } from './schemas/jurisdiction.ts';

/** Files of a new lesson, by path in its folder. The text says what belongs in each place. */
export function lessonFiles(id: string): Record<string, string> {
  return {
    'lesson.yaml': `id: ${id}
status: draft
kind: lesson
minutes: 7
outcomes: []
roles: [investigator, examiner, prosecutor, judge]
practice: []
design: The goal in one sentence. Left out - what this lesson does not do, so that it does not grow.
`,
    'en.mdx': `---
title: The title a colleague would say aloud
description: One sentence for search results, about what the reader can do afterwards.
---

Begin with the situation in which a reader needs this. A lesson has 900 to 1,000 words of core text; what
only some need goes into a folded part.

## One heading for each thing that can be understood alone

Say it plainly, then show it on an example. Every statement of law, of a standard or of a figure stands beside
its source: add a fact to lesson.yaml and show it here.

<KeyPoint>What a reader must take away, in at most 25 words.</KeyPoint>

<Deeper title="For those who need more">

At most 300 words are folded away.

</Deeper>

<StopPoint />

<Trainer minutes={5}>

Only trainers see this: the purpose, what people get wrong, a teaching idea.

</Trainer>
`,
  };
}

/** Files of a new course, by path in its folder. It stays out of every build until its status is \`ready\`. */
export function courseFiles(id: string, code: string): Record<string, string> {
  const lesson = 'what-you-need-first';
  const files = lessonFiles(lesson);
  return {
    'course.yaml': `id: ${id}
code: ${code}
status: draft
version: "0.1"
minutes:
  core: 120
  deeper: 45
outcomes: [first-outcome, second-outcome, third-outcome, fourth-outcome]
tested: [first-outcome, second-outcome, third-outcome, fourth-outcome]
misconceptions: [first-misconception]
lessons: [${lesson}]
answers: ["13(d)(i)"]
`,
    'en.yaml': `lead: Two or three sentences - what you will be able to do, and why it matters.
description: One sentence for search results.
outcomes:
  first-outcome: Start with a verb that can be observed.
  second-outcome: Test each outcome with three items in each form.
  third-outcome: Four outcomes are tested.
  fourth-outcome: A further one may be judged in the lab or the case.
misconceptions:
  first-misconception:
    name: The wrong belief in one clause.
    instead: What holds, in one or two sentences.
discussion: Which kind of step ...?
workshop: |
  Minutes and steps of the workshop. Only trainers see this.
`,
    ...Object.fromEntries(
      Object.entries(files).map(([path, text]) => [
        `${lesson}/${path}`,
        text.replace('kind: lesson', 'kind: first'),
      ]),
    ),
  };
}

/** Files of a new jurisdiction, by path in its folder: every question as a comment, nothing filled, nothing guessed. */
export function jurisdictionFiles(
  id: string,
  slots: readonly { id: string; question: string }[],
): Record<string, string> {
  const fictional = isFictionalCode(id);
  const asked = slots.map(
    ({ id: slot, question }) => `## ${question}\n#   ${slot}: >\n#     Answer.`,
  );
  return {
    'jurisdiction.yaml': `# What the law of one State answers to the questions of the lessons, and where that was read.
# Write law only: no case, no name, no file number. What has no source stays out and is shown as empty.
id: ${id}
${fictional ? '# This code belongs to no State, so every answer is marked as fictional.\nfictional: true\n' : ''}
# 1. The texts you read. Take away the # and one space, and write your own.
# sources:
#   procedure-code:
#     title: Title of the law as it calls itself, in its own language
#     publisher: Official journal, court or ministry
#     url: ${fictional ? 'https://law.example.org/procedure' : 'the address where you read it; leave this line out if it exists on paper only'}
#     read: the day you read it, such as 2026-11-27

# 2. For each question you answer: section, day, day to look again, and the office of whoever checked it (never a name).
# Offices: judge, prosecutor, investigator, examiner, defence, ministry, academy, university.
# slots:
${slots.map(({ id: slot }) => `#   ${slot}:\n#     sources:\n#       procedure-code: section\n#     checked: day\n#     review_by: day\n#     reviewer: office\n`).join('')}`,
    'en.yaml': `# The answers in a few plain sentences. Markdown is allowed. Answer in English, in the State's own language
# (fr.yaml, ar.yaml and so on, instead of this file or beside it), or in both.
name: ${fictional ? 'Name of the fictional State' : 'Name of the State'}

# slots:
${asked.join('\n')}
`,
  };
}
