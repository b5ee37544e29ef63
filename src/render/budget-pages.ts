// Pages about the budget.
import type { OutcomeOf as Of } from '../facts.ts';
import type { BudgetLine, Fee } from '../plan/budget.ts';
import { formatAmount, formatDate } from './dates.ts';
import { local, municipalityNames, type Setting } from './names.ts';
import { type Page, sentence, unstopped } from './page.ts';

type Budget = Of<'budget'>;
type Totals = NonNullable<Budget['totals']>;

export function budgetPage({ query, lines, totals, fee }: Budget, setting: Setting): Page {
  const { say, today } = setting;
  const year = query.year ?? totals?.year ?? fee?.year ?? Number(today.slice(0, 4));
  if (query.what === 'fee' && fee) return sentence(feeText(fee, query, setting));
  if (query.municipalities && query.lines.length === 0) {
    return sentence(setting.compare.noBudgetOf(municipalityNames(query.municipalities, setting)));
  }
  if (query.what === 'fee-decision' && fee) return sentence(decisionText(fee, setting));
  if (query.what === 'fee' || query.what === 'fee-decision') return sentence(setting.compare.noFee(year));
  if (!totals) return sentence(say.noBudget(year));
  if (query.what === 'share') return sentence(lines.map((line) => shareText(line, totals, setting)).join(' '));
  if (query.lines.length > 0) return sentence(lines.map((line) => lineText(line, setting)).join(' '));
  const [first] = lines;
  if ((query.what === 'largest' || query.what === 'smallest') && first) {
    return sentence(extremeText(query.what, first, setting));
  }
  if (query.what === 'income' || query.what === 'costs' || query.what === 'lines') {
    return linesPage(query.what, lines, totals, year, setting);
  }
  return sentence(totalText(totals, year, setting));
}

// === The fee

function feeText(fee: Fee, { municipalities = [] }: Budget['query'], setting: Setting): string {
  const own = municipalities.length > 0 ? [setting.compare.noFeeOf(municipalityNames(municipalities, setting))] : [];
  return [setting.say.fee(formatFee(fee.perInhabitant, setting.locale)), ...own].join(' ');
}

function decisionText(fee: Fee, setting: Setting): string {
  const { say, locale, plan, today } = setting;
  return say.feeDecision(
    formatFee(fee.perInhabitant, locale),
    formatDate(fee.decidedOn, today, locale),
    local(plan.group(fee.decidedBy).definite, setting),
    formatDate(fee.validFrom, today, locale),
  );
}

/** The fee is a small number of kronor, written out as the plan does. */
function formatFee(amount: number, locale: Setting['locale']): string {
  return locale === 'sv' ? `${amount} kronor` : `${amount} kronor (SEK ${amount})`;
}

// === Lines

function linesPage(
  what: 'income' | 'costs' | 'lines',
  lines: readonly BudgetLine[],
  totals: Totals,
  year: number,
  setting: Setting,
): Page {
  const sum = what === 'income' ? totals.income : totals.cost;
  const items = lines.map((line) => ({ title: titleOf(line, setting), details: [lineAmount(line, setting)] }));
  return {
    lead: setting.say.budgetLines(what, formatAmount(sum, setting.locale), year),
    blocks: [{ kind: 'list', heading: null, items }],
  };
}

function lineText(line: BudgetLine, setting: Setting): string {
  const amount = formatAmount(line.amount, setting.locale);
  return setting.say.budgetLine(titleOf(line, setting), amount, line.approximate, line.kind);
}

function extremeText(what: 'largest' | 'smallest', line: BudgetLine, setting: Setting): string {
  const amount = formatAmount(line.amount, setting.locale);
  return setting.say.budgetExtreme(what === 'largest', titleOf(line, setting), amount, line.approximate);
}

/** What part of its side of the budget a line is, to a tenth of a per cent. */
function shareText(line: BudgetLine, totals: Totals, setting: Setting): string {
  const total = line.kind === 'income' ? totals.income : totals.cost;
  const percent = new Intl.NumberFormat(setting.locale === 'sv' ? 'sv-SE' : 'en-GB', {
    style: 'percent',
    maximumFractionDigits: 1,
  });
  return setting.say.shareOf(
    titleOf(line, setting),
    percent.format(line.amount / total),
    lineAmount(line, setting),
    formatAmount(total, setting.locale),
  );
}

const titleOf = ({ title }: BudgetLine, setting: Setting): string => unstopped(local(title, setting));

function lineAmount(line: BudgetLine, { say, locale }: Setting): string {
  return `${line.approximate ? `${say.approximately} ` : ''}${formatAmount(line.amount, locale)}`;
}

// === All of it

function totalText({ income, cost }: Totals, year: number, { say, locale }: Setting): string {
  return say.budgetTotal(year, formatAmount(income, locale), formatAmount(cost, locale), income === cost);
}
