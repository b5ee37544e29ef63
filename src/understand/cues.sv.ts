// Swedish cue words.
import { type CueTable, list } from './cues.ts';

export const swedish: CueTable = {
  cues: {
    when: list(
      'när, =nar, när någonstans, vilket datum, vilka datum, vilken dag, vilka dagar, vilken månad, datum, datumet, =dag, vilket år, vilka år, tidpunkt, =närsomhelst',
    ),
    whatDate: list('exakt datum, vilket datum, vilken dag exakt, exakt, precis'),
    where: list(
      '=var, =vart, =vars, var någonstans, =varnånstans, plats, platsen, platser, ort, orten, orter, orterna, vilken ort, vilken stad, stad, ställe, mötesplats, mötesplatsen, mötesort, geografiskt, i vilken kommun, hos vem, vilket ställe, äger rum, hålls',
    ),
    who: list('=vem, =vems, vem är det som, vilka är det som, vilka personer, vilken person'),
    which: list('=vilken, =vilket, =vilka, =vilkas, =vikla, =vilke'),
    what: list('=vad, =va, =vaa, =vadå, vad är det som, vad för, hur ser ut'),
    howMany: list('hur många, hur många gånger, antal, antalet, hur många stycken, hur många st, räkna, =många'),
    howMuch: list(
      'hur mycket, hur mkt, hur stor, peng, hur stort, hur stora, hur hög, hur högt, vad är summan, belopp, beloppet',
    ),
    howLong: list(
      'hur länge, hur lång, hur långa, hur långt, hur lång tid, längd, hur många timmar, mötestiden, hur långvarig, hela dagen, =heldag, =halvdag',
    ),
    howOften: list(
      'hur ofta, hur tätt, hur många gånger per år, gånger per år, hur många gånger om året, hur frekvent, frekvens, intervall, vartannat år, vilka år hålls, varje år, årligen, regelbundet, återkommande, vilka år hålls',
    ),
    why: list('varför, =hurså, av vilken anledning, hur kommer det sig'),
    list: list(
      'visa, lista, lista upp, räkna upp, ge mig, ge, rada upp, skicka, översikt, sammanställning, sammanställ, samtliga, kan jag få, kan jag se, se, vilka alla, nämn, rabbla',
    ),
    tell: list(
      'berätta, beskriv, beskrivning, förklara, info, information, vad är, vad innebär, vad betyder, vad gäller, vad går ut på, går ut på, handlar om, handlar, innebär, innebörd, detaljer, mer om, läs upp, vad menas, =menas, utveckla, syftar på, står för, står det om, säger, betyder, förkortning, förkortningen, gäller',
    ),
    comment: list('kommentar, kommentaren, kommenteras, kommentarsfältet, notering, noteringen, anmärkning'),
    until: list(
      'till när, fram till när, hur länge sitter, tills när, till och med när, mandatperiod, mandattid, mandat, mandatet, går ut, löper ut, upphör',
    ),
    meeting: list(
      'möte, möten, mötet, mötena, mötestillfälle, mötestillfällen, mötesdag, mötesdagar, mötesdatum, mötestid, mötestider, mötesschema, mötesplan, mötesplanering, mötesserie, mötesinfo, sammanträde, sammanträder, sammanträda, sammanträdena, sammanträdesdagar, sammanträdesdatum, sammanträdestider, sammanträdesdag, sammankomst, anhalt, anhalten, stoppet, =stopp, träff, träffar, träffen, träffas, träffades, ses, sågs, setts, =träffats, =mötts, =sammanträtt, möts, möttes, samlas, sammankallas, session, kalendarium, kalendariet, sittning, =mote, =motet',
    ),
    planningConference: list(
      'planeringskonferens, planeringskonferensen, planeringskonferenser, planeringsdag, planeringsdagar, planeringsdagarna, planeringsmöte, planeringsinternat, internat, lunch till lunch, lunch-lunch, lunchlunch, planering konferens, planeringskonf, tvådagarsmöte, tvådagars, övernattning, flerdagars, två dagar',
    ),
    conference: list(
      'konferens, konferensen, konferenser, konferenserna, konf, evenemang, event, arrangemang, konferensdag',
    ),
    agenda: list(
      'kalender, kalendern, kalenderhändelser, agenda, inplanerat, inbokat, schema, schemat, program, programmet, på schemat, planerat, inbokad, inplanerad, årsschema, årsschemat, schema för, tidsschema, datumlista, mötesdatumen, inplanerade, inlagt, inlagd, inlagda',
    ),
    occupied: list(
      'upptagen, upptaget, upptagna, ledig, ledigt, lediga, =fri, =fritt, =fria, =bokad, =uppbokad, =bokat, =uppbokat, krockar, krocka, krock, kolliderar, kollision, lucka, luckor, hålla fria, hålla fri, hålla fritt, hålla öppet, hålla öppna, hålla undan, håller fria, blocka, blockera, boka upp, vika, vikta, vikt för, reservera, krockfri, bortrest, missar jag',
    ),
    room: list(
      'lokal, lokalen, lokaler, vilken lokal, adress, adressen, sal, salen, sammanträdesrum, sammanträdesrummet, sessionssal, sessionssalen, mötesrum, mötesrummet, rum, vilket rum, rummet, rumsnummer, konferensrum, byggnad, vilket hus, våning, våningsplan, vilken våning, ingång, gatuadress, kommunhus, kommunhuset, stadshuset',
    ),
    happening: list(
      'händer, hända, hände, hänt, ligger på, ligger hos, lagt på, på gång, på g, pågår, sker, skedde, händelser, händelse, aktuellt, står på, drar ihop sig, att vänta, väntar, väntas, på tapeten, nytt, hänger, missat, missar, göra, hinna med',
    ),
    host: list(
      'värd, värdar, värden, värdarna, värdkommun, värdkommunen, värdkommuner, värdkommunerna, värdskap, värdskapet, värdskapen, värdpar, värdort, står värd, står för värdskapet, är värdar, värdkommunerna, värdrollen, värdstad, stå värd, värdlista, värdordning',
    ),
    hostTurn: list(
      'tur, turen, turordning, turordningen, rotation, rotationen, rullar, roterar, alternerar, turas om, på tur, ordningen, ordning, cirkulerar, rotationsordning, rotationsschema, värdrotation, värdår, värdåret, värdåren, står på tur, stafettpinnen, tar över, ta över, övertar, överta, efterträder, efterträda, efterträdare, avlöser, avlösa, efterföljare, föregår, föregick, företrädare, lämnar över, lämna över',
    ),
    responsible: list(
      'ansvarar, ansvara, ansvarade, ansvarig, ansvariga, ansvarige, ansvarsområde, ansvarsområden, ansvar, ansvaret, ansvars, ansvarsfördelning, huvudansvar, huvudansvarig, huvudansvaret, projektledare, projektledaren, projektleder, projektleda, sköter, hand om, har hand om, tar hand om, bord, åligger, ägare, äger frågan, äger, ledde, bär, axlar, förantwortlig, håller ihop, samordnar, tilldelad, utförare, utför, genomför, rodret, ansv, har bollen, bollen, håller i trådarna, trådarna, drar i, håller i pennan, pennan',
    ),
    doing: list(
      'gör, göra, gjort, görs, jobbar, jobba, arbetar, arbeta, arbetat, driver, driva, drivs, håller på, sysslar, åtagit, ansluter, uppgift, uppgifter, uppdrag, bidrar, bidra, fokuserar, engagerad, engagerade, kör, fixar, ordnar, göras, gjordes, utföras, utförs',
    ),
    holding: list('håller i, hålla i, höll i, hålla, håller, har'),
    askPerson: list(
      'vem kan jag fråga, vem frågar jag, vem ska jag fråga, vem kan jag kontakta, vem kontaktar jag, vem ska jag kontakta, vem ska jag prata med, vem pratar jag med, vem kan jag prata med, vem vänder jag mig till, vänder jag mig, kontaktperson, kontaktpersoner, kontakta, vem ringer jag, vem svarar på, höra av mig, hänvisa, hänvisa till, vem ska jag hänvisa till',
    ),
    activity: list(
      'aktivitet, aktiviteter, aktiviteten, aktiviteterna, insats, insatser, insatserna, insatsen, åtgärd, åtgärder, projekt, projektet, projekten, projekten, punkt, punkter, satsning, satsningar, initiativ, arbetsuppgifter, åtagande, åtaganden, arbete, arbetet, frågor, fråga, frågan, frågorna, ärende, ärenden, sak, saker, grej, grejen, grejer',
    ),
    actionPlan: list(
      'handlingsplan, handlingsplanen, aktivitetsplan, aktivitetslista, aktivitetslistan, åtgärdsplan, actionplan',
    ),
    status: list(
      'status, statusen, läge, läget, lägesrapport, hur går det, hur går, gick det bra, går det bra, hur gick, hur gick det, hur ligger vi till, hur ligger det till, hur långt har, hur långt, =kommit, framsteg, fortskrider, framskrider, rapport, rapporterat, rapporterats, statusrapport, uppföljning, hur står det till, hänt med, i fas, följer planen, =enligt plan, hur det går, står vi, hur är läget för, hur är läget med, hur är läget i, läget för, läget med, läget i, läget kring, var står, var är vi i, hur ligger, ligger till, hur löper, hur framskrider, lever, rör på sig, rört på sig, hänt något, hänt nåt, hänt någonting, något nytt om, nåt nytt om, avancerar, uppdatering, statusuppdatering, statusläge',
    ),
    statusDone: list(
      'klar, klart, klara, klarar, färdig, färdigt, färdiga, avslutad, avslutat, avslutade, slutförd, slutfört, slutförda, genomförd, genomfört, genomförda, avklarad, avklarat, i mål, i hamn, avbockad, avbockat, levererad, levererat, färdigställd, blivit av, blivit något av, blivit nåt av, blev det av, blev det något av, blev det nåt av, till skott, kom till skott, i land, rott i land, rodd i land, på plats, verkställd, verkställt, gjord, =gjort klart, avslutas',
    ),
    statusDelayed: list(
      'försenad, försenat, försenade, efter tidplan, efter schemat, förseningar, försening, dröjer, ligger efter, släpar, släpar efter, ligger vi efter, ligga efter, vi efter, efter i planen',
    ),
    statusStarted: list(
      'påbörjad, påbörjat, påbörjade, startad, startat, igång, =kommit igång, igångsatt, ej påbörjad, börjat, =startats',
    ),
    statusPaused: list('pausad, pausat, pausade, vilande, uppskjuten, uppskjutet, uppskjutna, skjutits upp'),
    statusCancelled: list(
      'inställd, inställt, inställda, avbruten, avbrutet, nedlagd, nedlagt, struken, avblåst, ställts in',
    ),
    cost: list(
      'kostar, kosta, kostade, kostnad, kostnaden, pris, priset, prislapp, prislappen, pengar, pengarna, medel, finansiering, finansieras, finansierar, avsatt, avsatta, avsätts, avsatt för, satt av, sätts av, satts av, budgeterat, budgeterad, budgeterats, går lös på, kronor, kostnadsuppgift, kostnadsuppgifter, kostnadssatt, kostnadssatta, betala, betalas, spenderas, läggs på, kosing, belopp, beloppet, =kr, i kr, =tkr, kostnadsmässigt, =kostn, upptagna till, upptagen till, upptaget till, budgeterade till, beräknade till, beräknad till',
    ),
    paid: list(
      'betalar, betala, betalas, betalade, går till, får, får betalt, ersättning, ersätts, kompenseras, kompenserad, kompensation, lägger vi på, läggs, lägger, satsar, satsas, spenderar, använder, används, få betalt, betalt, ersatt',
    ),
    highest: list(
      'dyrast, dyraste, kostar mest, mest pengar, högst kostnad, högsta kostnaden, kostsammast, dyr, mest kostsam, mest budget, störst kostnad, största kostnaden, högst budget, mest resurser, dyrare',
    ),
    lowest: list('billigast, billigaste, kostar minst, minst pengar, lägst kostnad, lägsta kostnaden, billigare'),
    mostOf: list('flest, mest, oftast, mest att göra, tyngst, =mesta'),
    fewestOf: list('färst, minst, minst att göra'),
    largest: list('störst, största, största delen, mest, merparten, huvuddelen, största posten, största kostnaden'),
    smallest: list('minst, minsta, minsta posten'),
    atLeast: list('över, minst, mer än, större än, dyrare än, från och med'),
    atMost: list('under, högst, mindre än, max, billigare än, maximalt'),
    without: list(
      'utan, saknar, saknas, inte har, har inte, har ingen, har inget, inte fått, ej, ingen angiven, inte angiven, inte satt, odefinierad, inte står, står inte, okänd, tom, tomma',
    ),
    missing: list(
      'saknas, saknar, fattas, luckor, brister, ofullständig, ofullständigt, oklart, oklara, inte bestämt, inte bestämd, inte klart',
    ),
    sum: list(
      'totalt, total, totala, sammanlagt, sammanlagda, tillsammans, summa, summan, summera, ihop, sammantaget, i sin helhet, totalkostnad, totalkostnaden, totalsumma, allt som allt, sammantagna, lägger ihop, lägga ihop, lägger man ihop, räkna ihop, räknar ihop, landar, slår ihop',
    ),
    something: list('något, nåt, någonting, nånting'),
    ongoing: list(
      'löpande, kontinuerlig, kontinuerligt, fortlöpande, pågående, pågår, hela tiden, året runt, utan slutdatum, rullar på, rullar den på, rullar bara på, rullar den bara på, rullar det på, tills vidare',
    ),
    asNeeded: list('vid behov, behovsstyrd, behovsstyrda, efter behov, när det behövs, vb'),
    dated: list('tidsatt, tidsatta, tidssatta, deadline, med datum, bestämt datum, fast datum, slutdatum, sluttid'),
    network: list(
      'nätverk, nätverket, nätverken, nätverkens, expertnätverk, expertnätverket, nätverksgrupp, nätverksgrupper, expertgrupp, expertgrupper, tjänstemannanätverk, chefer, vilka chefer, chefsnätverk',
    ),
    groupNoun: list(
      'vilken grupp, vilka grupper, vilket gäng, vilken arbetsgrupp, vilken gruppering, vilket forum, grupper, grupperna, arbetsgrupper, arbetsgrupperna, grupperingar, grupperingarna, konstellationer, gänget, gänget som, gruppen som',
    ),
    goal: list(
      'mål, målet, målen, målsättning, målsättningen, målsättningar, huvudmål, huvudmålen, huvudmålet, övergripande mål, uppnå, åstadkomma, vill uppnå, målbild',
    ),
    objective: list('delmål, delmålet, delmålen, delmålens'),
    area: list(
      'område, området, områden, områdena, ämnesområde, ämnesområden, ämnesområdet, samarbetsområde, samarbetsområden, samverkansområde, samverkansområden, huvudområde, huvudområden, insatsområde, insatsområden, fokusområde, fokusområden, verksamhetsområde, verksamhetsområden, ämne, ämnen, tema område, temaområden, rubrik, frågeområden',
    ),
    programme: list('utvecklingsprogram, utvecklingsprogrammet, programmet, utvecklingsprogrammets'),
    regional: list(
      'regional, regionala, regionala utvecklingsfrågor, regional utveckling, regionalt, utvecklingsfrågor',
    ),
    operations: list(
      'verksamhetsutveckling, verksamhetsutvecklingen, verks utv, verksutv, samverkansområden, verksamhetsutveckling och samverkansområden',
    ),
    budget: list(
      'budget, budgeten, budgeterade, ekonomi, ekonomin, kakan, budgetkakan, omsättning, omsluter, omslutning, årsbudget, pengarna, hur mycket pengar, resurser, budgetposter, budgetpost, poster, post, budgetrader, finanserna',
    ),
    income: list(
      'intäkt, intäkter, intäkterna, inkomst, inkomster, inkomsterna, får in, få in, får vi in, fås in, kommer in, ger avgifterna, inbringar, avgiftsintäkter, avgiftsintäkterna, pengarna kommer, kommer pengarna, pengarna ifrån, pengarna från, får vi pengarna, finansieras, finansierar, finansiering, finansieringen, drar in, bekostar, bekostas',
    ),
    costs: list(
      'kostnader, kostnaderna, kostnadsposter, utgift, utgifter, utgifterna, kostnadssidan, går ut, går pengarna till, används pengarna till, går pengarna, används pengarna',
    ),
    share: list(
      'andel, andelen, hälften, tredjedel, fjärdedel, procent, procentuellt, hur stor del, hur stor andel, hur många procent',
    ),
    balance: list('balans, går ihop, överskott, underskott, plus minus noll, balanserad, i balans, nollresultat'),
    fee: list(
      'avgift, avgiften, avgifter, avgifterna, medlemsavgift, medlemsavgiften, medlemsavgifter, kommunavgift, kommunavgiften, serviceavgift, årsavgift, årsavgiften, insats per, bidrag, kronor per, kr per, betalar varje kommun, betalar kommunerna, betalar vi, kommunerna betalar',
    ),
    inhabitant: list(
      'invånare, invånaren, per invånare, per capita, per person, huvud, per skalle, folkmängd, kommuninvånare, medborgare, invånarantal, invånarantalet, befolkning',
    ),
    decided: list(
      'beslutades, beslutade, beslutat, beslut, beslutet, bestämdes, bestämde, bestämt, fattades, fattade, klubbades, antogs, fastställdes, beslutsdatum, beslutats, infördes, gäller från, började gälla, trädde i kraft, sedan när',
    ),
    chair: list(
      'ordförande, ordföranden, ordf, ordförandeskap, ordförandeskapet, ordförandes, ordförandena, ordförandepost, presidium, presidiet, ordförandeklubban, klubban, taktpinnen, ordförandeskapet för, ordförande för, orförande, ordförare',
    ),
    viceChair: list(
      'vice ordförande, vice, vice ordf, tvåan i, andra klubban, viceordförande, vice ordföranden, vice ordförandena, viceordf, v ordf, ersättare för ordförande, andre ordförande, v. ordf, andra ordförande, vise ordförande',
    ),
    leads: list('leder, leda, ledare, ledaren, leds, basar, bas, chef, chefen, styr, styrs, bestämmer, toppar, främst'),
    rolesOf: list(
      'roll, roller, rollen, uppdrag, befattning, titel, position, post, förtroendevald, förtroendevalda, vad jobbar',
    ),
    member: list(
      'medlem, medlemmar, medlemmarna, ledamot, ledamöter, ledamöterna, ingår, sitter i, sitter med, sitter, består av, består, utgörs, representerar, representeras, deltagare, deltagarna, är med i, vilka är med, tillhör, sammansättning, sammansatt, platser i, bemannas, bemanning',
    ),
    seat: list(
      'placerat, placerad, placering, sitter, ligger, hör hemma, huserar, arbetsgivare, arbetsgivaren, arbetsgivaransvar, arbetsgivaransvaret, anställd, anställda, anställer, anställt, anställd hos, personalansvar, stationerat, säte, håller till, huvudkontor, kontor, kontoret',
    ),
    vision: list('vision, visionen, framtidsbild, framtidsvision, drömmen'),
    purpose: list(
      'syfte, syftet, syften, syftar, ändamål, ändamålet, poäng, poängen, varför finns, avsikt, avsikten, meningen, tanken, uppgift, till för, finns till, nytta, nyttan, roll, roll har, idén, anledning',
    ),
    principles: list(
      'förhållningssätt, förhållningssättet, princip, principer, principerna, värderingar, värdegrund, kännetecknas, kännetecknar, kännetecken, ledord, förhåller vi oss, präglas, prägla, spelregler, hur ska vi samarbeta, ska samarbetet kännetecknas, förhållningsätt',
    ),
    workingMethods: list(
      'arbetsformer, arbetsform, arbetssätt, arbetssättet, organiserat, organisation, organisationen, organiserad, fungerar samarbetet, jobbar vi, styrs samarbetet, uppbyggt, struktur, strukturen',
    ),
    appendix: list('bilaga, bilagor, bilagan, bilagorna, bilagd, bilagda, bifogat, bifogad, bifogade, appendix'),
    document: list('verksamhetsplan, verksamhetsplanen, planen, dokument, dokumentet, plan, VP, planens, pdf'),
    oddity: list(
      'konstigheter, konstigt, motsägelser, motsägelse, fel, felaktigheter, tveksamheter, oklarheter, oklarhet, oegentligheter, stämmer inte, felaktig',
    ),
    partners: list(
      'samarbetspartner, samarbetspartners, partner, partners, partnerna, medarrangör, medarrangörer, medarrangörerna, tillsammans med, samarbetar, samarbete med, ihop med, samarrangerar, samarrangör, externa, i samarbete, samverkar, gemensamt, förutom kommunerna, utöver kommunerna, vid sidan av kommunerna, vilka andra',
    ),
    participants: list(
      'deltagare, deltagarna, deltar, delta, målgrupp, målgruppen, inbjuden, inbjudna, bjuds in, bjuds, riktar sig, riktad, kommer dit, får komma, vara med, vem kommer, vilka kommer, besökare, publik, publiken, brukar komma, hur många kommer, inbjudan, vem får gå, får gå, får delta, får vara med, går på',
    ),
    organiser: list(
      'arrangör, arrangörer, arrangören, arrangerar, arrangeras, anordnar, anordnas, ordnar, ordnas, organiserar, organiseras, planerad av, genomförs, står bakom, arrangera',
    ),
    theme: list(
      'tema, temat, teman, temana, frågeställning, inriktning, ämnet, ämne, utgångspunkt, handlar om, fokus, fokuserar',
    ),
    municipalityNoun: list(
      'varifrån, varifrån kommer, varifrån är, kommer ifrån, kommer han från, kommer hon från, kommer han ifrån, kommer hon ifrån, kommer de ifrån, kommer de från, kommun, kommunen, kommuner, kommunerna, kommunernas, kommunens, =kn, =kns, =kner, medlemskommun, medlemskommuner, medlemskommunerna',
    ),
    peopleNoun: list('person, personer, namn, namnet, namnen, folk, heter'),
    involved: list(
      'inblandad, inblandade, involverad, involverade, delaktig, delaktiga, med i, med på, deltar, deltar i, medverkar, berörda, berörs, är med, vara med, ingår, engagerad, engagerade, del i, del av',
    ),
    shared: list('tillsammans, gemensamt, gemensamma, delar, delar på, delat, båda, både, ihop, samsas'),
    alone: list('ensam, ensamma, själv, själva, egen, ensamt, på egen hand'),
    next: list(
      'nästa, nästkommande, kommande, härnäst, näst, närmast, närmaste, närmsta, kommer, stundande, framöver, nästa gång, på tur, =nasta, =nesta, =nästaa, =nätsa, snart, härnest',
    ),
    thereafter: list(
      'gången efter, gången därefter, därpå följande, därpåföljande, nästföljande, efterföljande, påföljande, mötet därefter, efter det, därefter, =sen, sedan, efter den, därpå, nästnästa, näst nästa, efter det mötet, efter den dagen, nästa efter, efter dess, påföljande, därnäst, =sedan, nästa då, nästa igen, efter detta, året därpå, året efter, därefter då, efter dem, efter dom, nästa i tur',
    ),
    before: list(
      'före det, innan det, dessförinnan, innan dess, före den, tidigare, före dess, dessföre, det innan, mötet innan, den innan, det tidigare, gången innan, föregående då, året innan, året före, åren innan',
    ),
    previous: list(
      'förra, föregående, senaste, senast, =sist, förra gången, =förut, =föregaende, närmast föregående, nyss, nyligen, häromdagen',
    ),
    final: list('=sista, =slutligen, allra sista, avslutande, sist på, sist i, sista gången, sista tillfället'),
    first: list('första, =förste, allra första, inledande, =tidigast, =tidigaste, =först, =forst, premiär'),
    countdown: list(
      'hur länge är det till, länge är det till, hur länge är det kvar till, hur länge kvar, hur lång tid kvar, länge är det kvar, hur många dagar kvar, dagar kvar, veckor kvar, hur många dagar är det, kvar till, kvar tills, hur långt är det, långt till, länge till, dagar till, dagar är det till, dagar återstår, hur snart, nedräkning, hur många veckor, länge dröjer, dröjer, länge sedan, hur länge sen, hur många dagar, hur långt kvar, långt kvar, hur långt är det kvar, hur långt är det dit, hur länge dröjer, dröjer det, tills det är, hur lång tid har vi, lång tid har vi på oss, på oss till, hur länge har vi',
    ),
    remaining: list(
      'gånger till, möten till, hur många gånger till, hur många möten till, framför sig, framför oss, kvar, återstår, återstående, kvarvarande, kvarstår, resterande, inte haft',
    ),
    held: list(
      '=varit, =träffats, =setts, =mötts, =sammanträtt, hållits, hunnit, =haft, hittills, redan, avverkat, avverkade, avklarade, passerat, passerade, ägt rum, som varit',
    ),
    morning: list('morgonen, morgnar, förmiddag, förmiddagen, förmiddagar, förmiddagstid, före lunch, på morgonen'),
    afternoon: list('eftermiddag, eftermiddagen, eftermiddagar, efter lunch'),
    evening: list('kväll, kvällen, kvällar, kvällstid, kvällsmöte, kvällsmöten, efter arbetstid, efter jobbet'),
    week: list('vilken vecka, vilka veckor, veckonummer, vilket veckonummer, vilken v'),
    outside: list(
      `hur många kom, hur många var där, hur många deltog, offentligt, allmänheten, åhörare, öppet för, via länk, på länk, länk till mötet, på distans, distansmöte, digital medverkan, delta digitalt, hybridmöte, uppkopplad, telefonnummer, telefon, mobilnummer, mobil, nummer till, mejladress, mailadress, e-postadress, e-post, epost, mejl, mail, epostadress, kontaktuppgifter, kontaktuppgift, hemadress, dagordning, dagordningen, föredragningslista, ärendelista, kallelse, kallelsen, kallelser, handlingar till, möteshandlingar, protokoll, protokollet, mötesprotokoll, minnesanteckningar, anteckningar, närvarolista, närvarande, frånvarande, parkering, parkeringen, parkera, parkeringsplats, lunch till mötet, lunchen, luncher, mat, maten, äter, äta, dricker, bjuds det på, middag, middagen, fika, kaffe, meny till, catering, allergi, hotell, hotellet, boende, väder, vädret, regnar, snöar, temperatur, hur varmt, hur kallt, varmt, serveras, serverar, servering, lön, lönen, arvode, arvodet, arvoden, reseersättning, partibok, parti, partiet, partier, ålder, gammal är, född, gift, lösenord, wifi, teamslänk, zoom, zoomlänk, videolänk, möteslänk, dresskod, klädkod, talare, talarna, föreläsare, moderator, keynote, biljett, biljetter, anmälan, anmäla, anmälningslänk, osa, deltagaravgift, inträde, restid, tåg till, buss, bussen, resultatet av, omröstning, röstade, votering, kommunfullmäktige, fullmäktige, kommunstyrelsemöte, landstinget, riksdagen, regeringen, eu, bolagsstämma, fotboll, recept, börsen, aktier, nyheter, nyheterna, skatt, skattesats, skattesatsen, bostadskö, arbetslöshet, arbetslösheten, =kom fram till, =kommit fram till, slutsats, slutsatser, slutsatsen, resultat av, resultatet, resultaten, invigs, invigning, invigningen, byggstart, byggstarten, trafikstart, öppnar för trafik, efternamn, efternamnet, förnamn, personnummer, anmälda, anmält sig, antal anmälda, ansökningsdag, ansökningstid, sista ansökningsdag, statsminister, statsministern, ministern, kungen, statsråd`,
    ),
    usual: list(
      'brukar, vanligtvis, vanligen, normalt, oftast, alltid, generellt, i regel, typiskt, vanliga, ordinarie, brukade, regel, standard, sedvanlig, fast, fasta',
    ),
    hours: list(
      'tid, tiden, tider, tiderna, klockan, =kl, klockslag, klockslaget, hur dags, hur dax, kl hur mycket, klockan hur mycket, vilket klockslag, när dags, tidpunkt, mötestid, mötestider, tidsmässigt, hålltider, klocka',
    ),
    start: list(
      'börjar, börja, började, startar, starta, startade, start, starttid, starttiden, inleds, början, drar igång, dra igång, från när, drar vi igång, sätter igång',
    ),
    end: list(
      'slutar, sluta, slutade, slut, sluttid, sluttiden, avslutas, är över, klara, håller på till, till hur dags, till när, fram till, varar till, hemma igen, slutet, de över, det över',
    ),
    weekday: list('veckodag, veckodagar, veckodagen, vilken veckodag, vilken dag i veckan, vilken dag, dag i veckan'),
    all: list(
      '=alla, =allt, =hela, =samtliga, =allihop, =varje, fullständig, fullständiga, komplett, =allesammans, =båda',
    ),
    more: list('=mer, =mera, =fler, =flera, ytterligare, något mer, något annat'),
    other: list('=andra, =annan, =annat, övriga, övrigt, resten, fler'),
    deadline: list(
      'deadline, senast klar, ska vara klar, klar senast, slutdatum, tidplan, tidplanen, tidsplan, tidsplanen, tidsram, tidpunkt, sker, ske, inträffar, infaller, genomförs, genomföras, äger rum, planeras, planerad, planerat, blir av, dags, går av stapeln, av stapeln',
    ),
    help: list(
      'hjälp, hjälpa, vad kan du, kan du göra, hur funkar du, hur fungerar du, hur använder jag, vad kan jag fråga, vad kan man fråga, fråga dig om, kan jag fråga om, instruktioner, manual, kommandon, exempel på frågor, vad vet du, vad svarar du på, kan du svara på, vilka frågor kan, meny, hur gör jag, kan man fråga dig, nytta av dig, använda dig, använda dig till',
    ),
    greeting: list(
      '=hej, hejsan, hallå, =tja, tjena, tjenare, god morgon, godmorgon, god kväll, god dag, goddag, =hello, morrn, =tjo, hallo, =mors, =tjenixen, =hejhej, hejhej, halloj, =moin',
    ),
    thanks: list(
      '=tack, =tackar, tack så mycket, tusen tack, =thanx, tack för hjälpen, tackar så mycket, =tack!, bra jobbat',
    ),
    farewell: list(
      'hejdå, hej då, adjö, vi ses, vi hörs, hörs vi, vi höres, ha det gött, ha det fint, ha de, ciao, tjing, tjingeling, ha en bra, ha en fin, ha en trevlig, ha en skön, trevlig kväll, trevlig sommar, god helg, det var allt, det var allt för idag, det var allt för i dag, tack för idag, tack för i dag, ha det bra, ha det, på återseende, =bye, trevlig helg, god natt, ha en bra dag, trevlig kväll, ha en fin dag, hej svejs',
    ),
    whoAreYou: list(
      'vem är du, vad är du, vad heter du, är du en robot, är du människa, är du en bot, vem har gjort dig, vem byggde dig, är du riktig, är du ai, pratar jag med, vem skapade dig, är du en människa',
    ),
    howAreYou: list(
      'hur mår du, läget med dig, hur är det, hur är läget, allt bra, är du vaken, hur står det till, mår du bra, =läget',
    ),
    agree: list(
      '=ok, =okej, =okey, =ja, =jo, =japp, =jajamän, =jepp, =visst, =precis, stämmer, uppfattat, förstår, =jaha, jag förstår, =aha, =absolut, =gärna, =jasså, =mm',
    ),
    decline: list('=nej, =nä, =nope, nej tack, strunt i det, glöm det, strunta i det, det var inget, =nepp, inget mer'),
    praise: list(
      '=bra, =toppen, =perfekt, =super, =kanon, snyggt, =jättebra, =utmärkt, =grymt, =strålande, vad bra, duktig, =härligt, =najs, =nice, =kul, =fint, =finfint, =topp',
    ),
    complaint: list(
      'dålig, dåligt, du har fel, det är fel, stämmer inte, fel svar, inte rätt, inte det jag frågade, förstår inte, du förstår inte, värdelös, dum, dum i huvudet, =kass, fattar inte, suck',
    ),
    today: list(
      'vilken dag är det, vad är det för dag, vilket datum är det, vad är det för datum, dagens datum, vilken vecka är det, vad är klockan, hur mycket är klockan, vilket år är det, vad är det för vecka, vad är datumet',
    ),
    write: list(
      'boka in, boka om, flytta, ställ in, ändra, ändra till, lägg till, lägg in, ta bort, radera, avboka, påminn, påminn mig, påminnelse, prenumerera, mejla, maila, skriv in, uppdatera, registrera, skicka ut, skicka påminnelse, sätt status, rapportera in, meddela',
    ),
  },
  groupKinds: {
    committee: list(
      'politiker, politikerna, toppolitikerna, politikergruppen, politikernas grupp, politiska gruppen, politiska ledningen, de förtroendevalda',
    ),
    management: list(
      'direktörer, direktörerna, direktörsgruppen, direktörernas grupp, tjänstemannagruppen, tjänstemannaledningen, tjänstemännens grupp, chefsgruppen, högsta cheferna, toppcheferna',
    ),
  },
  ignorable:
    list(`jag, vi, du, ni, man, =år, enstaka, hamna, hamnar, råkar, två saker, tre saker, en sak, en grej, två grejer, drygt, knappt, dryga, =kallar, =samarb, =samarbets, enligt handlingsplanen, enl handlingsplanen, enl handlingsplan, förening, föreningen, anförande, inräknad, inräknat, inräknade, medräknad, medräknat, medräknade, inkluderat, inkluderade, i så fall, isåfall, i sådana fall, i sånt fall, isf, motsvarande uppgifter, motsvarande, uppgift om, uppgifter om, uppgift rörande, besked om, upplysning om, önskar uppgift, =tacksam, =tacksamt, oerhört, anhåller, erhålla, vederbörligen, härmed, undertecknad, identifierade, identifierat, utpekade, rimligtvis, =verks, =utv, =utb, bär det av, bär, =året, =åren, förfrågan, fått en förfrågan, ifrån, inkl, inklusive, =fråga, =frågor, två frågor, en fråga, märkt, märkta, igen, =men, =m, =el, =dvs, =e, =typ, =asså, =nog, längs, utmed, ena, =ene, visst, korrekt, uppfattat, uppfattad, rätt uppfattat, han, hon, hen, dom, det, den, de, dem, en, ett, =att, som, på, i, av, för, med, från, om, och, eller, men,
    så, då, ju, nog, väl, egentligen, snälla, kan, kunna, kunde, kanske, ska, skall, skulle, vill, ville, vet, veta, vetat, visste, undrar, undra, undrade, tänkte, tänker, tänkt,
    säga, frågar, frågade, kolla, kollar, kolla upp, snabbt, snabb, snabbfråga, lite, lite grann, någon, nån, något, nåt, några, nåra, nånstans, någonstans, där, här, dit, hit, också, oxå, även, bara, just, =nu,
    redan, =vår, våra, vårt, vårat, min, mina, mitt, din, dina, ditt, er, ert, era, sin, sina, sitt, dess, deras, hans, hennes, hos, vid, under, inom, bland, mellan, över, =ur, runt, kring, omkring, utifrån, inför, genom,
    enligt, =är, va, vara, varit, blir, bli, blev, blivit, finns, fanns, finnas, hade, haft, har, ha, få, får, fick, fått, komma, kom, kommit, gå, går, gick, gått, =ta, tar, tog, göra, gjorde, ge, ger, gav, står, stå, stod, ligger, låg, sitta, satt,
    detta, denna, dessa, =sådan, sådant, sådana, =vilket som, sig, oss, mig, mej, dig, dej, ej, inte, icke, aldrig, =ingen, inget, inga, ingenting, när det gäller, gällande, angående, beträffande, vad gäller, avseende, ang, rörande, apropå,
    =jämför, =jämföra, =drar, =sätter, =höjs, =höj, =höjd, =höjda, =höja, =höjt, =höjts, =höjdes, =höjer, =sänks, =sänka, =sänkt, =sänkts, =sänktes, =ökar, =ökat, =ökade, =ökas, =minskar, =minskat, =minskade, =ändras, =ändrats, =gng, =ggn, =ggr, =grp, =gruppen, =grupp, =hur, alltså, typ, liksom, ungefär, cirka, ca, möjligen, möjligtvis, eventuellt, faktiskt, verkligen, =visst, förresten, helt, ganska, rätt, mycket, väldigt, jätte, ordentligt, riktigt, tydligt, kort, kortfattat, konkret, exakt, ens, dock, annars, ändå, istället, i stället, förutom, utom, utöver, dels, både,
    kommer ihåg, minns, minnas, glömt, glömmer, glömde, påminna, hitta, hittar, läsa, läser, läste, höra, hör, hörde, hört, sett, såg, tittar, titta, tror, trodde, tycker, verkar, menar, mena, menade, hoppas, behöver, behövs, behöva, måste, borde, bör, låt, låta, får jag, orkar, hinner, lyckas, kul, bra, ok, okej, aha, jaha,
    =hej, hejsan, tack, tackar, vänligen, hälsningar, mvh, please, snälla du, ursäkta, förlåt, sorry, öh, eh, hmm, hm, asså, ba, va, hörru, hörni, hörrödu, jo, ja, nej, nä, =st, stycken, stycke, gång, gånger, gången, dags, del, delar, delen, plats på, sätt, slags, sorts, slag, typ av, form, sida, sidan, grund, fall, exempel, tex, t ex, till exempel, osv, mm, mfl,
    =till, =nya, nytt, =ny, gamla, gammal, =olika, egna, eget, specifik, specifikt, särskilt, särskild, viss, vissa, aktuell, aktuella, gemensam, gemensamma, gemensamt, samma, själva, hel, helst, förstås, såklart, självklart, givetvis, bäst, bättre, enda, endast, enkelt, lätt, noga, åka, åker, resa, ta mig, dyka upp, närvara, gå på, besöka, besöker, delta, planera, planerar, planerade, planerat, planeras, boka, förbereda, skriva, skriver, skrivit, nämns, nämner, nämnda, angivet, angiven, anges, angivna, framgår, uppges, listas, upp, ner, ned, in, ut, fram, bort, tillbaka, hem, ihop, igen, åter, fort, alltid, ibland, ofta, framåt, kvar, sätta, lagt, lägga, hänger, rör, gäller, syfta, innan, före, efter, sen, sedan, tills, medan, eftersom, därför, varandra, egentlig, =vd, inga, ens, nånting, någonting, =allt, hela, del i, exakta, planen, vilja, vore, månne, måhända, tro, ihågkommen, =ha, =ju, =kl, hjälpa mig, bo, bor, råkar, tagit, tas, tagits, stämmer det, stämmer, sant, visst är det, eller hur, inte sant, berör, påverkar, kopplat, kopplad, kopplade, kopplas, tillhörande, hör, hör till, tillhör, relaterat, relaterade, knutna, knuten, knutet, relevant, intressant, viktig, viktiga, viktigast, viktigaste, huvudsak, innehåller, innehåll, omfattar, täcker, rubricerad, namngivna, kallas, kallad, benämns, =a, =o, =ene, liksom, omgång, upplaga, upplagan, tillfälle, tillfällen, tillfället, händelsevis, sammanhang, hålls, hölls, hållas, hållit, ägt rum, rum, äger, lägg, =lr, =elr, =asap, =pls, kompis, kollega, kollegan, chefen frågar, frågas, kompisen, vän, vännen, gubben, bästa, kära, bot, boten, botten, assistent, roboten, kvällens, dagens, jättekul, sugen, nyfiken, orolig, stressad, lost, åt, =å, framför allt, i korthet, korthet, i ett svep, i stora drag, på ett ungefär, i ett nötskal, med några ord, i två meningar, i en mening, kort och gott, mitt på dan, mitt på dagen, styr kosan, styr jag kosan, styra kosan, kosan, =grupperna, =gruppernas, =grupper, vardera, snackar, pratar, prata, snacka, talar, tala, sagt, sa, sade, säg, svara, svar, svaret, hej då, svarar, ange, dra, nämn, kort sagt, sammanfatta, =sammanfattning, sammanfattningsvis, möjligt, möjlighet, går det att, gick, försöker, försöka, förbi, längre, långt, högt, stor, stort, stora, liten, litet, små, många, få, hel del, fortfarande, ännu, snarast, =ngn, =ngt, =nån, =nåra, =mkt, =iaf, =asså, =tror, =hum, =koll, koll på, ha koll, läge för, förväntas, förväntad, tanken är, meningen att, räknat, räknas, räkna med, gången, blir det, per, via, samt, respektive, resp, plus, vs, jämfört, mot, emot, jämte, förbundna, utsedd, utsedda, utses, utsetts, vald, valda, valts, väljs, tillsatt, sitta med, ha som, =tvenne, =två, =tre, =åtta, =sex, =fyra, =fem`),
  markers: list(
    'jag, vi, du, det, den, och, är, på, för, med, som, att, vem, vad, när, var, hur, vilka, vilken, vilket, möte, mötet, möten, nästa, har, ska, inte, till, av, om, en, ett, i, från, finns, hej, tack, kommun, värd, ansvarar, kostar, nätverk, mål, och, då, alla, efter, år, hålla, håller, aktiviteter, visa, lista, berätta, ses, träffas, nar, ar, pa, gor, gör, sista, första, vice, ordförande, mellan, inom, under, gäller, möten, höst, vår',
  ),
};
