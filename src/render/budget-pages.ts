// Pages about the budget.
import type { OutcomeOf as Of } from '../facts.ts';
import type { BudgetLine } from '../plan/budget.ts';
import { formatAmount, formatDate } from './dates.ts';
import { local, municipalityNames, type Setting } from './names.ts';
import { type Page, sentence, unstopped } from './page.ts';

function lineAmount(line: BudgetLine, { say, locale }: Setting): string {
  return `${line.approximate ? `${say.approximately} ` : ''}${formatAmount(line.amount, locale)}`;
}

export function budgetPage({ query, lines, totals, fee }: Of<'budget'>, setting: Setting): Page {
  const { say, locale, plan, today } = setting;
  const year = query.year ?? totals?.year ?? fee?.year ?? Number(today.slice(0, 4));
  if (query.what === 'fee' && fee) {
    const { municipalities = [] } = query;
    const own = municipalities.length > 0 ? [setting.compare.noFeeOf(municipalityNames(municipalities, setting))] : [];
    return sentence([say.fee(formatFee(fee.perInhabitant, locale)), ...own].join(' '));
  }
  if (query.municipalities && query.lines.length === 0) {
    return sentence(setting.compare.noBudgetOf(municipalityNames(query.municipalities, setting)));
  }
  if (query.what === 'fee-decision' && fee) {
    return sentence(
      say.feeDecision(
        formatFee(fee.perInhabitant, locale),
        formatDate(fee.decidedOn, today, locale),
        local(plan.group(fee.decidedBy).definite, setting),
        formatDate(fee.validFrom, today, locale),
      ),
    );
  }
  if (query.what === 'fee' || query.what === 'fee-decision') return sentence(setting.compare.noFee(year));
  if (!totals) return sentence(say.noBudget(year));
  if (query.what === 'share') return sentence(lines.map((line) => shareText(line, totals, setting)).join(' '));
  if (query.lines.length > 0)
    return sentence(
      lines
        .map((line) =>
          say.budgetLine(
            unstopped(local(line.title, setting)),
            formatAmount(line.amount, locale),
            line.approximate,
            line.kind,
          ),
        )
        .join(' '),
    );
  const [first] = lines;
  if ((query.what === 'largest' || query.what === 'smallest') && first) {
    return sentence(
      say.budgetExtreme(
        query.what === 'largest',
        unstopped(local(first.title, setting)),
        formatAmount(first.amount, locale),
        first.approximate,
      ),
    );
  }
  if (query.what === 'income' || query.what === 'costs' || query.what === 'lines') {
    const sum = query.what === 'income' ? totals.income : totals.cost;
    const items = lines.map((line) => ({
      title: unstopped(local(line.title, setting)),
      details: [lineAmount(line, setting)],
    }));
    return {
      lead: say.budgetLines(query.what, formatAmount(sum, locale), year),
      blocks: [{ kind: 'list', heading: null, items }],
    };
  }
  return sentence(
    say.budgetTotal(
      year,
      formatAmount(totals.income, locale),
      formatAmount(totals.cost, locale),
      totals.income === totals.cost,
    ),
  );
}

/** What part of its side of the budget a line is, to a tenth of a per cent. */
function shareText(
  line: BudgetLine,
  totals: { readonly income: number; readonly cost: number },
  setting: Setting,
): string {
  const total = line.kind === 'income' ? totals.income : totals.cost;
  const percent = new Intl.NumberFormat(setting.locale === 'sv' ? 'sv-SE' : 'en-GB', {
    style: 'percent',
    maximumFractionDigits: 1,
  });
  return setting.say.shareOf(
    unstopped(local(line.title, setting)),
    percent.format(line.amount / total),
    lineAmount(line, setting),
    formatAmount(total, setting.locale),
  );
}

/** The fee is a small number of kronor, written out as the plan does. */
function formatFee(amount: number, locale: Setting['locale']): string {
  return locale === 'sv' ? `${amount} kronor` : `${amount} kronor (SEK ${amount})`;
}
