import type { ImportColumn } from '@mortar/contract/organization'

type Part = 'people' | 'units'

/** What headers are known to mean, squeezed to letters and digits. The first match of a kind counts, save for levels of a unit. */
const synonyms: Record<Part, Partial<Record<ImportColumn, string>>> = {
  people: {
    id: `id personid employeeid employeenumber employeeno empid empno empnumber staffid staffnumber staffno payrollnumber payrollid
      workerid workdayid hrid userid username uid samaccountname personnelnumber personnelno number no key externalid
      henkilonumero henkilönumero henkilotunniste henkilöid tyontekijanumero työntekijänumero tyontekijaid työntekijäid tunniste tunnus
      kayttajatunnus käyttäjätunnus palkkanumero numero personalnummer mitarbeiternummer mitarbeiterid mitarbeiternr personalnr
      personalid kennung benutzername anstallningsnummer anställningsnummer anstallningsid`,
    email: `email mail emailaddress mailaddress emailwork workemail workmail businessemail companyemail primaryemail primaryemailaddress
      userprincipalname upn smtp smtpaddress emails sahkoposti sähköposti sahkopostiosoite sähköpostiosoite sposti maili
      emailadresse mailadresse epost epostadress epostadresse courriel`,
    name: `name fullname displayname personname employeename employee person worker workername staffname cn commonname preferredname
      nimi kokonimi henkilo henkilö henkilonnimi henkilönnimi tyontekija työntekijä tyontekijannimi työntekijännimi naytettavanimi
      vollstandigername vollständigername mitarbeiter mitarbeitername anzeigename namn fullstandigtnamn nom`,
    firstName: `firstname givenname forename first given preferredfirstname etunimi etunimet kutsumanimi vorname rufname fornamn förnamn prenom`,
    lastName: `lastname surname familyname last family sn sukunimi nachname familienname efternamn`,
    title: `title jobtitle position positiontitle role jobname job designation functionaltitle worktitle
      nimike tehtavanimike tehtävänimike ammattinimike toimi tehtava tehtävä titteli rooli
      titel stellenbezeichnung stelle funktion berufsbezeichnung jobbezeichnung befattning`,
    occupation: `occupation profession craft jobfamily jobfunction discipline trade occupationname jobcategory
      ammatti ammattiryhma ammattiryhmä ammattikunta tehtavaryhma tehtäväryhmä beruf berufsgruppe yrke yrkesgrupp`,
    unit: `unit department dept departmentname deptname orgunit organizationunit organisationunit organizationalunit
      organisationalunit orgunitname unitname departmentpath orgpath orgunitpath unitpath organization organisation org team teamname
      division divisionname businessunit section group costcentername costcentrename directorate ou
      yksikko yksikkö yksikonnimi yksikönnimi osasto osastonnimi tiimi ryhma ryhmä organisaatio organisaatioyksikko
      organisaatioyksikkö toimiala tulosalue tulosyksikko tulosyksikkö vastuualue palvelualue jaos toimintayksikko toimintayksikkö
      abteilung abteilungsname bereich einheit organisationseinheit gruppe referat geschaftsbereich geschäftsbereich
      avdelning enhet`,
    unitId: `unitid unitcode unitkey departmentid departmentcode departmentnumber deptid deptcode orgunitid orgunitcode orgid orgcode
      organizationid costcenter costcentre costcenterid costcentreid costcentercode teamid divisionid
      yksikkoid yksikköid yksikkokoodi yksikkökoodi yksikkotunnus yksikkötunnus yksikonnumero yksikönnumero osastoid osastokoodi
      osastonumero kustannuspaikka kustannuspaikkanumero abteilungsid abteilungsnummer kostenstelle orgeinheitid enhetsid`,
    manager: `manager reportsto supervisor boss linemanager directmanager superior managerdisplayname leader lead reportingto reportingmanager
      reportingline managerdn esimies esihenkilo esihenkilö lahiesimies lähiesimies lahiesihenkilo lähiesihenkilö paallikko päällikkö
      vorgesetzter vorgesetzte vorgesetzteperson leiter leitung fuhrungskraft führungskraft chef narmastechef närmastechef overordnad`,
    managerId: `managerid reportstoid supervisorid manageremployeeid managernumber managerno manageremployeenumber linemanagerid
      managerkey bossid parentid managerpersonid manageruid managerusername esimiesid esimiehenid esimiesnumero esimiehennumero esihenkiloid
      esihenkilöid esihenkilonid esihenkilönid esihenkilonumero esihenkilönumero esihenkilonnumero esihenkilönnumero vorgesetzterid vorgesetztenid vorgesetztennummer chefid`,
    managerEmail: `manageremail managermail manageremailaddress supervisoremail reportstoemail linemanageremail managerupn bossemail
      managersemail managersemailaddress esimiesemail esimiehenemail esimiessahkoposti esimiessähköposti esimiehensahkoposti
      esimiehensähköposti esihenkilosahkoposti esihenkilösähköposti esihenkilonsahkoposti esihenkilönsähköposti esihenkilonemail
      vorgesetzteremail vorgesetztenemail emailvorgesetzter emaildesvorgesetzten chefepost chefsepost chefemail`,
    managerName: `managername supervisorname reportstoname linemanagername managersname managerfullname
      esimiesnimi esimiehennimi esihenkilonimi esihenkilönimi esihenkilonnimi esihenkilönnimi vorgesetztername namevorgesetzter
      namedesvorgesetzten chefnamn chefsnamn`,
    from: `from fromdate start startdate startday startedon since validfrom effectivedate effectivefrom effectivestartdate hiredate hired
      dateofhire positionstart positionstartdate joined joindate joiningdate begin begindate entrydate employmentstart
      alku alkaen alkupvm alkamispaiva alkamispäivä alkupaiva alkupäivä aloituspaiva aloituspäivä voimassaalkaen tyosuhdealkaa
      työsuhdealkaa tyosuhteenalku työsuhteenalku eintritt eintrittsdatum von ab gultigab gültigab seit beginn startdatum fran från`,
    to: `to todate until end enddate endday endedon validto validuntil validthrough effectiveto effectiveenddate terminationdate
      dateofleaving leavedate leavingdate leavingday lastday positionend positionenddate exitdate employmentend
      loppu loppuu loppupvm paattyen päättyen paattymispaiva päättymispäivä loppupaiva loppupäivä asti saakka voimassaasti
      tyosuhdepaattyy työsuhdepäättyy tyosuhteenloppu työsuhteenloppu austritt austrittsdatum bis gultigbis gültigbis ende enddatum slutdatum till`,
  },
  units: {
    unitId: `id unitid unitcode code key number no unitkey departmentid departmentcode deptid deptcode orgunitid orgunitcode orgid costcenter
      costcentre unit tunniste tunnus koodi numero yksikkoid yksikköid yksikkokoodi yksikkökoodi yksikkotunnus yksikkötunnus osastoid
      osastokoodi kustannuspaikka kennung kurzel kürzel nummer abteilungsid kostenstelle enhetsid kod`,
    unit: `name unitname departmentname department deptname orgunitname title orgunit label description
      nimi yksikonnimi yksikönnimi yksikko yksikkö osasto osastonnimi bezeichnung abteilung einheit namn enhet`,
    parent: `parent parentid parentunit parentunitid parentcode parentdepartment parentdepartmentid parentkey parentname partof above upper
      superior superiorunit belongsto under reportsto reportstoid ylayksikko yläyksikkö ylempi ylempiyksikko ylempiyksikkö ylataso ylätaso
      emoyksikko emoyksikkö isantayksikko paayksikko pääyksikkö ylayksikkoid yläyksikköid ylayksikonid
      ubergeordnet übergeordnet ubergeordneteeinheit übergeordneteeinheit oberabteilung elternid overordnad overordnadenhet`,
    manager: `manager head leader lead boss director unitmanager unithead headofunit responsible owner supervisor
      esimies esihenkilo esihenkilö paallikko päällikkö johtaja vastuuhenkilo vastuuhenkilö leiter leitung leiterin chef verantwortlich`,
    managerId: `managerid headid leaderid manageremployeeid directorid responsibleid headofunitid esimiesid esimiehenid esihenkiloid
      esihenkilöid esihenkilonid esihenkilönid paallikkoid päällikköid johtajaid leiterid chefid`,
    managerEmail: `manageremail managermail heademail leaderemail directoremail responsibleemail esimiesemail esimiessahkoposti
      esimiessähköposti esimiehensahkoposti esimiehensähköposti esihenkilosahkoposti esihenkilösähköposti esihenkilonsahkoposti
      esihenkilönsähköposti johtajansahkoposti leiteremail chefemail chefepost`,
    managerName: `managername headname leadername directorname esimiehennimi esihenkilonnimi esihenkilönnimi johtajannimi leitername`,
  },
}

/** The columns that several headers may fill together: the levels of a unit, from left to right. */
const repeated: ReadonlySet<ImportColumn> = new Set(['unit'])

const squeezed = (header: string) =>
  header
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

const meanings = Object.fromEntries(
  Object.entries(synonyms).map(([part, columns]) => [
    part,
    new Map(
      Object.entries(columns).flatMap(([column, words]) =>
        words.split(/\s+/).map((word) => [word, column as ImportColumn] as const),
      ),
    ),
  ]),
) as Record<Part, Map<string, ImportColumn>>

/** What each header means; null for a column that is left out. */
export function columnsOf(headers: readonly string[], part: Part): (ImportColumn | null)[] {
  const taken = new Set<ImportColumn>()
  return headers.map((header) => {
    const column = meanings[part].get(squeezed(header)) ?? null
    if (!column || (taken.has(column) && !(part === 'people' && repeated.has(column)))) return null
    taken.add(column)
    return column
  })
}

/** Whether rows can be told apart at all. */
export const identifies = (columns: readonly (ImportColumn | null)[], part: Part) =>
  part === 'people'
    ? columns.some((column) => column === 'id' || column === 'email')
    : columns.some((c) => c === 'unitId' || c === 'unit')
