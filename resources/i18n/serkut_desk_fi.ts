<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi" sourcelanguage="en">
<context>
    <name>AnswerStrip</name>
    <message>
        <source>labels scanned</source>
        <translation>tarraa luettu</translation>
    </message>
</context>
<context>
    <name>Answering</name>
    <message>
        <source>Ready</source>
        <translation>Valmis</translation>
    </message>
    <message>
        <source>Who gets the device?</source>
        <translation>Kuka saa laitteen?</translation>
    </message>
    <message>
        <source>Choose at the left.</source>
        <translation>Valitse vasemmalta.</translation>
    </message>
    <message>
        <source>Half done</source>
        <translation>Kesken</translation>
    </message>
    <message>
        <source>Scan the next device.</source>
        <translation>Lue seuraava laite.</translation>
    </message>
    <message>
        <source>Scan the first device</source>
        <translation>Lue ensimmäinen laite</translation>
    </message>
    <message>
        <source>{0} is in the basket</source>
        <translation>{0} on korissa</translation>
    </message>
    <message>
        <source>in the basket</source>
        <translation>korissa</translation>
    </message>
    <message>
        <source>Now scan its label, too.</source>
        <translation>Lue vielä laitteen tarra.</translation>
    </message>
    <message>
        <source>label is missing</source>
        <translation>tarra puuttuu</translation>
    </message>
    <message>
        <source>{0}: right label</source>
        <translation>{0}: oikea tarra</translation>
    </message>
    <message>
        <source>right label</source>
        <translation>oikea tarra</translation>
    </message>
    <message>
        <source>{0} is there already</source>
        <translation>{0} on jo korissa</translation>
    </message>
    <message>
        <source>there already</source>
        <translation>on jo korissa</translation>
    </message>
    <message>
        <source>not in the basket</source>
        <translation>ei mennyt koriin</translation>
    </message>
    <message>
        <source>Choose first. The scan waits.</source>
        <translation>Valitse ensin. Luettu odottaa.</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>odottaa</translation>
    </message>
    <message>
        <source>Scan a device&apos;s label or serial number.</source>
        <translation>Lue laitteen tarra tai sarjanumero.</translation>
    </message>
    <message>
        <source>This does not go into the basket</source>
        <translation>Tämä ei kuulu koriin</translation>
    </message>
    <message>
        <source>not for the basket</source>
        <translation>ei kuulu koriin</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Ei vielä</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>ei vielä</translation>
    </message>
    <message>
        <source>First the lot</source>
        <translation>Ensin erä</translation>
    </message>
    <message>
        <source>Choose it, or scan its label.</source>
        <translation>Valitse erä tai lue sen tarra.</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Peruutettu</translation>
    </message>
    <message>
        <source>place not known</source>
        <translation>paikkaa ei tunneta</translation>
    </message>
    <message>
        <source>One question</source>
        <translation>Yksi kysymys</translation>
    </message>
    <message>
        <source>list row {0}</source>
        <translation>luettelon rivi {0}</translation>
    </message>
    <message>
        <source>not on the list</source>
        <translation>ei luettelossa</translation>
    </message>
    <message>
        <source>label in the queue</source>
        <translation>tarra jonossa</translation>
    </message>
    <message>
        <source>roll label</source>
        <translation>rullatarra</translation>
    </message>
    <message>
        <source>{0} received</source>
        <translation>{0} vastaanotettu</translation>
    </message>
    <message>
        <source>Take a picture of the sticker: F6</source>
        <translation>Ota kuva tarrasta: F6</translation>
    </message>
    <message>
        <source>The picture is kept with the device.</source>
        <translation>Kuva on laitteen tiedoissa.</translation>
    </message>
</context>
<context>
    <name>Approvals</name>
    <message>
        <source>A supervisor approves.</source>
        <translation>Työnjohtaja hyväksyy.</translation>
    </message>
    <message numerus="yes">
        <source>Approve %n devices</source>
        <translation>
            <numerusform>Hyväksy %n laite</numerusform>
            <numerusform>Hyväksy %n laitetta</numerusform>
        </translation>
    </message>
    <message>
        <source>Approve one by one</source>
        <translation>Hyväksy yksi kerrallaan</translation>
    </message>
    <message>
        <source>Tick the clean ones</source>
        <translation>Valitse puhtaat</translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation>Poista valinnat</translation>
    </message>
</context>
<context>
    <name>ApproveCard</name>
    <message numerus="yes">
        <source>Approve %n devices</source>
        <translation>
            <numerusform>Hyväksy %n laite</numerusform>
            <numerusform>Hyväksy %n laitetta</numerusform>
        </translation>
    </message>
    <message>
        <source>Wait a moment.</source>
        <translation>Odota hetki.</translation>
    </message>
    <message>
        <source>Say first how the number of media is known.</source>
        <translation>Kerro ensin, mistä välineiden määrä tiedetään.</translation>
    </message>
    <message>
        <source>Tick what you have looked at.</source>
        <translation>Merkitse, mitä olet katsonut.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Keskeytä</translation>
    </message>
    <message>
        <source>How many media does the device have or had?</source>
        <translation>Montako tallennusvälinettä laitteessa on tai oli?</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Laitteet</translation>
    </message>
    <message numerus="yes">
        <source>%n devices, each with the same number</source>
        <translation>
            <numerusform>%n laite, sama määrä</numerusform>
            <numerusform>%n laitetta, kaikissa sama määrä</numerusform>
        </translation>
    </message>
    <message>
        <source>Opened and looked</source>
        <translation>Avattu ja katsottu</translation>
    </message>
    <message>
        <source>List read from the device</source>
        <translation>Luettelo luettu laitteesta</translation>
    </message>
    <message>
        <source>Known from the model</source>
        <translation>Tiedetään mallista</translation>
    </message>
    <message>
        <source>How is it known?</source>
        <translation>Mistä se tiedetään?</translation>
    </message>
    <message>
        <source>I have looked: the kinds are right ({0}).</source>
        <translation>Olen katsonut: tyypit ovat oikein ({0}).</translation>
    </message>
    <message>
        <source>I accept: {0}</source>
        <translation>Hyväksyn: {0}</translation>
    </message>
</context>
<context>
    <name>ArrivalCard</name>
    <message>
        <source>Lot at the door</source>
        <translation>Erä ovella</translation>
    </message>
    <message>
        <source>Where the seal is read</source>
        <translation>Missä sinetti luetaan</translation>
    </message>
    <message>
        <source>A cage with its seal</source>
        <translation>Häkki, jossa on sinetti</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Miksi?</translation>
    </message>
    <message>
        <source>Write what was done about the wrong seal.</source>
        <translation>Kirjoita, mitä väärästä sinetistä selvisi.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sulje</translation>
    </message>
    <message>
        <source>The lot is here</source>
        <translation>Erä on täällä</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Valmis</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Kuvat</translation>
    </message>
    <message>
        <source>No seal</source>
        <translation>Ei sinettiä</translation>
    </message>
    <message>
        <source>Another cage</source>
        <translation>Toinen häkki</translation>
    </message>
    <message>
        <source>Take it as it is</source>
        <translation>Otetaan vastaan</translation>
    </message>
    <message>
        <source>Send it back</source>
        <translation>Palautetaan</translation>
    </message>
    <message>
        <source>Write first why.</source>
        <translation>Kirjoita ensin, miksi.</translation>
    </message>
    <message>
        <source>Cages</source>
        <translation>Häkit</translation>
    </message>
    <message>
        <source>All are read</source>
        <translation>Kaikki luettu</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ei mitään</translation>
    </message>
    <message>
        <source>Announced: {0}. Read: {1}.</source>
        <translation>Ilmoitettu: {0}. Luettu: {1}.</translation>
    </message>
    <message>
        <source>Do not open it. Call a supervisor.</source>
        <translation>Älä avaa. Kutsu työnjohtaja.</translation>
    </message>
    <message>
        <source>Frozen: {0}.</source>
        <translation>Pysäytetty: {0}.</translation>
    </message>
    <message>
        <source>Take devices in.</source>
        <translation>Ota laitteita vastaan.</translation>
    </message>
    <message>
        <source>Is the lot here?</source>
        <translation>Onko erä täällä?</translation>
    </message>
    <message>
        <source>Which cage is this seal on?</source>
        <translation>Missä häkissä tämä sinetti on?</translation>
    </message>
    <message>
        <source>All seals are read.</source>
        <translation>Kaikki sinetit on luettu.</translation>
    </message>
    <message>
        <source>This cage is frozen.</source>
        <translation>Tämä häkki on pysäytetty.</translation>
    </message>
    <message>
        <source>Scan the seal: {0}</source>
        <translation>Lue sinetti: {0}</translation>
    </message>
</context>
<context>
    <name>BackupPage</name>
    <message>
        <source>Where do backups go?</source>
        <translation>Minne varmuuskopiot tallennetaan?</translation>
    </message>
    <message>
        <source>Every day a copy of everything goes there. Choose another disk: a memory stick or a network folder.</source>
        <translation>Joka päivä kaikesta tehdään kopio sinne. Valitse toinen levy: muistitikku tai verkkokansio.</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>Varmuuskopioiden kansio</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Huomaa</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Valitse kansio</translation>
    </message>
    <message>
        <source>Without a folder no backups are made. The window reminds you.</source>
        <translation>Ilman kansiota varmuuskopioita ei tehdä. Ohjelma muistuttaa siitä.</translation>
    </message>
    <message>
        <source>This is the same disk. If it breaks, both are lost.</source>
        <translation>Tämä on sama levy. Jos se hajoaa, molemmat katoavat.</translation>
    </message>
</context>
<context>
    <name>BackupSection</name>
    <message>
        <source>Backups</source>
        <translation>Varmuuskopiot</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Tehty</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Kansio</translation>
    </message>
    <message>
        <source>Choose a folder first.</source>
        <translation>Valitse ensin kansio.</translation>
    </message>
    <message>
        <source>Choose a backup in the list.</source>
        <translation>Valitse varmuuskopio luettelosta.</translation>
    </message>
    <message>
        <source>Make a backup now</source>
        <translation>Tee varmuuskopio nyt</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Valitse kansio</translation>
    </message>
    <message>
        <source>Check this backup</source>
        <translation>Tarkista tämä kopio</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Palauta…</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Näytä kansio</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>ei vielä</translation>
    </message>
    <message>
        <source>Late: today&apos;s is missing</source>
        <translation>Myöhässä: tämän päivän kopio puuttuu</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>ei valittu</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>Viimeisin kopio</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Säilytetään</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n päivä</numerusform>
            <numerusform>%n päivää</numerusform>
        </translation>
    </message>
    <message>
        <source>Making a backup and opening it to check</source>
        <translation>Varmuuskopiota tehdään ja tarkistetaan avaamalla</translation>
    </message>
    <message>
        <source>Its checkpoint is not signed: the seal is locked.</source>
        <translation>Tarkistuspistettä ei leimattu, koska leima on lukittu.</translation>
    </message>
    <message>
        <source>The backup is made and checked</source>
        <translation>Varmuuskopio on tehty ja tarkistettu</translation>
    </message>
    <message>
        <source>Opening the backup and checking everything</source>
        <translation>Varmuuskopio avataan ja tarkistetaan</translation>
    </message>
    <message numerus="yes">
        <source>%n entries are whole</source>
        <translation>
            <numerusform>%n tapahtuma on ehjä</numerusform>
            <numerusform>%n tapahtumaa on ehjiä</numerusform>
        </translation>
    </message>
    <message>
        <source>The backup is good</source>
        <translation>Varmuuskopio on kunnossa</translation>
    </message>
    <message>
        <source>The backup is broken</source>
        <translation>Varmuuskopio on rikki</translation>
    </message>
    <message>
        <source>On another disk: a memory stick or a network</source>
        <translation>Toisella levyllä: muistitikku tai verkko</translation>
    </message>
    <message>
        <source>Keep for how many days?</source>
        <translation>Montako päivää säilytetään?</translation>
    </message>
    <message>
        <source>At least 14</source>
        <translation>Vähintään 14</translation>
    </message>
    <message>
        <source>Where do backups go?</source>
        <translation>Minne varmuuskopiot tallennetaan?</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>Käytä tätä</translation>
    </message>
    <message>
        <source>Write a folder and a number of days.</source>
        <translation>Kirjoita kansio ja päivien määrä.</translation>
    </message>
    <message>
        <source>Backups go there now</source>
        <translation>Varmuuskopiot menevät nyt sinne</translation>
    </message>
</context>
<context>
    <name>BalanceCard</name>
    <message>
        <source>In</source>
        <translation>Sisään</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Ulos</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Jäljellä</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Tase</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>Materiaalit</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Osat</translation>
    </message>
    <message>
        <source>Storage media</source>
        <translation>Tallennusvälineet</translation>
    </message>
    <message>
        <source>the scale can be off so much</source>
        <translation>vaa&apos;an tarkkuuden sisällä</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>puuttuu</translation>
    </message>
    <message>
        <source>too much came out</source>
        <translation>liikaa ulos</translation>
    </message>
</context>
<context>
    <name>Basket</name>
    <message>
        <source>The basket is empty. Scan the first device.</source>
        <translation>Kori on tyhjä. Lue ensimmäinen laite.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Tunnus</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Mitä</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Luokka</translation>
    </message>
    <message>
        <source>Warranty</source>
        <translation>Takuu</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Tarra</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Hinta</translation>
    </message>
    <message>
        <source>Basket</source>
        <translation>Kori</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Yhteensä</translation>
    </message>
</context>
<context>
    <name>BasketCard</name>
    <message>
        <source>The unit has changed the commitment: these values hold now</source>
        <translation>Yksikkö on muuttanut maksusitoumusta: nämä tiedot ovat voimassa</translation>
    </message>
    <message>
        <source>Write the sum like 50,00.</source>
        <translation>Kirjoita summa näin: 50,00.</translation>
    </message>
    <message>
        <source>How is it paid?</source>
        <translation>Miten maksetaan?</translation>
    </message>
    <message>
        <source>How is it paid?  F8</source>
        <translation>Maksutapa  F8</translation>
    </message>
    <message>
        <source>Cash given (€)</source>
        <translation>Saatu käteistä (€)</translation>
    </message>
    <message>
        <source>Reference of the card terminal</source>
        <translation>Maksupäätteen viite</translation>
    </message>
</context>
<context>
    <name>BatchCard</name>
    <message>
        <source>Issuing certificates</source>
        <translation>Todistuksia annetaan</translation>
    </message>
    <message>
        <source>Each is complete by itself. What is issued stays valid if you stop.</source>
        <translation>Jokainen todistus on kokonainen. Annetut ovat voimassa, vaikka keskeytät.</translation>
    </message>
    <message>
        <source>Stop here</source>
        <translation>Lopeta tähän</translation>
    </message>
</context>
<context>
    <name>BenchPage</name>
    <message>
        <source>A laptop with its label</source>
        <translation>Kannettava ja sen tarra</translation>
    </message>
    <message>
        <source>Scan the machines</source>
        <translation>Lue koneiden tarrat</translation>
    </message>
    <message>
        <source>One after another, up to 24.</source>
        <translation>Yksi kerrallaan, enintään 24.</translation>
    </message>
</context>
<context>
    <name>BenchSide</name>
    <message>
        <source>This is how</source>
        <translation>Näin se tehdään</translation>
    </message>
    <message>
        <source>Scan the machines. Install them.</source>
        <translation>Lue koneet. Asenna ne.</translation>
    </message>
    <message>
        <source>Test. Scan a machine that has a fault.</source>
        <translation>Testaa. Jos koneessa on vika, lue sen tarra uudelleen.</translation>
    </message>
    <message>
        <source>Press F10. The rest went well.</source>
        <translation>Paina F10. Muut testit menivät hyvin.</translation>
    </message>
    <message>
        <source>Wait for a system</source>
        <translation>Odottaa asennusta</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Laite</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Malli</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Paikka</translation>
    </message>
    <message>
        <source>No device waits.</source>
        <translation>Mikään laite ei odota.</translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>Things and pictures</source>
        <translation>Tavarat ja kuvat</translation>
    </message>
    <message>
        <source>It came with {0}</source>
        <translation>Tuli laitteen {0} mukana</translation>
    </message>
    <message>
        <source>Many alike, in a box</source>
        <translation>Monta samaa laatikossa</translation>
    </message>
    <message>
        <source>What did you get?</source>
        <translation>Mitä sait?</translation>
    </message>
</context>
<context>
    <name>BesideCard</name>
    <message>
        <source>What goes with the device</source>
        <translation>Laitteen mukana</translation>
    </message>
    <message>
        <source>Nothing yet. Tap what came along.</source>
        <translation>Ei vielä mitään. Napauta, mitä tuli mukana.</translation>
    </message>
    <message>
        <source>Weight (g)</source>
        <translation>Paino (g)</translation>
    </message>
    <message>
        <source>What came with it?</source>
        <translation>Mitä tuli mukana?</translation>
    </message>
    <message>
        <source>Save the weight</source>
        <translation>Tallenna paino</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Valmis</translation>
    </message>
    <message>
        <source>Undo last</source>
        <translation>Peruuta viimeisin</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sulje</translation>
    </message>
    <message>
        <source>Undone: {0}</source>
        <translation>Peruttu: {0}</translation>
    </message>
    <message>
        <source>Weight kept: {0}</source>
        <translation>Paino tallennettu: {0}</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>What is shown</source>
        <translation>Mitä näytetään</translation>
    </message>
    <message>
        <source>Wiping</source>
        <translation>Tyhjennys</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Tallennusvälineet</translation>
    </message>
    <message>
        <source>Waits for a run</source>
        <translation>Odottaa ajoa</translation>
    </message>
    <message>
        <source>Result in</source>
        <translation>Tulos saatu</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Epäonnistui</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>Päätettävä</translation>
    </message>
    <message>
        <source>Fetching the media…</source>
        <translation>Haetaan tallennusvälineitä…</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Laite</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Väline</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tyyppi</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Menetelmä</translation>
    </message>
    <message>
        <source>Asked → reached</source>
        <translation>Vaadittu → saatu</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tilanne</translation>
    </message>
    <message>
        <source>No medium waits for a run.</source>
        <translation>Mikään ei odota ajoa.</translation>
    </message>
    <message>
        <source>New devices come here from the intake.</source>
        <translation>Uudet laitteet tulevat tänne vastaanotosta.</translation>
    </message>
    <message>
        <source>No result waits for approval.</source>
        <translation>Mikään tulos ei odota hyväksyntää.</translation>
    </message>
    <message>
        <source>Bring in the reports from the wiping stick.</source>
        <translation>Tuo raportit tyhjennystikulta.</translation>
    </message>
    <message>
        <source>Nothing has failed.</source>
        <translation>Mikään ei ole epäonnistunut.</translation>
    </message>
    <message>
        <source>All is well here.</source>
        <translation>Täällä kaikki on hyvin.</translation>
    </message>
    <message>
        <source>Nothing waits for a decision.</source>
        <translation>Mikään ei odota päätöstä.</translation>
    </message>
</context>
<context>
    <name>BoxSide</name>
    <message>
        <source>Scan a container&apos;s label</source>
        <translation>Lue astian tarra</translation>
    </message>
    <message>
        <source>How full</source>
        <translation>Kuinka täynnä</translation>
    </message>
    <message>
        <source>Hazardous. Pack it so:</source>
        <translation>Vaarallinen. Pakkaa näin:</translation>
    </message>
    <message>
        <source>Pack it so:</source>
        <translation>Pakkaa näin:</translation>
    </message>
    <message>
        <source>What is inside</source>
        <translation>Mitä sisällä on</translation>
    </message>
    <message>
        <source>It is empty</source>
        <translation>Astia on tyhjä</translation>
    </message>
    <message>
        <source>The chosen container</source>
        <translation>Valittu astia</translation>
    </message>
</context>
<context>
    <name>BoxTile</name>
    <message>
        <source>How full</source>
        <translation>Kuinka täynnä</translation>
    </message>
</context>
<context>
    <name>BringCard</name>
    <message>
        <source>Files</source>
        <translation>Tiedostot</translation>
    </message>
    <message>
        <source>Bring in more</source>
        <translation>Tuo lisää</translation>
    </message>
    <message>
        <source>Stick {0}</source>
        <translation>Tikku {0}</translation>
    </message>
    <message>
        <source>Folder or stick</source>
        <translation>Kansio tai tikku</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Keskeytä</translation>
    </message>
    <message>
        <source>Folders are read with everything in them. The files stay as they are.</source>
        <translation>Kansiot luetaan kokonaan. Tiedostot eivät muutu.</translation>
    </message>
    <message>
        <source>Everything is saved together at the end, or nothing.</source>
        <translation>Kaikki tallennetaan lopuksi kerralla, tai ei mitään.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Pysäytä</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tiedosto</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Tulos</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Mitä löytyi</translation>
    </message>
</context>
<context>
    <name>BugCard</name>
    <message>
        <source>The program made a mistake</source>
        <translation>Ohjelma teki virheen</translation>
    </message>
    <message>
        <source>Nothing was saved by this step. What was confirmed before is safe.</source>
        <translation>Tämä vaihe ei tallentanut mitään. Aiemmin vahvistettu on tallessa.</translation>
    </message>
    <message>
        <source>Try once more. If it comes again, give this text to a supervisor.</source>
        <translation>Yritä vielä kerran. Jos virhe toistuu, anna tämä teksti työnjohtajalle.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Raportti</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sulje</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Kopioi raportti</translation>
    </message>
</context>
<context>
    <name>CagesCard</name>
    <message>
        <source>Cages and pallets</source>
        <translation>Häkit ja lavat</translation>
    </message>
    <message>
        <source>What they are</source>
        <translation>Mitä ne ovat</translation>
    </message>
    <message>
        <source>One a line: name; seal. Or scan seal after seal.</source>
        <translation>Yksi riville: nimi; sinetti. Tai lue sinetti kerrallaan.</translation>
    </message>
    <message>
        <source>Names and seals</source>
        <translation>Nimet ja sinetit</translation>
    </message>
    <message>
        <source>Write or scan a cage first.</source>
        <translation>Kirjoita tai lue ensin häkki.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Tallenna</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Keskeytä</translation>
    </message>
</context>
<context>
    <name>CataloguePanel</name>
    <message>
        <source>The same as</source>
        <translation>Sama kuin</translation>
    </message>
    <message>
        <source>The model of this device is not known</source>
        <translation>Laitteen mallia ei tiedetä</translation>
    </message>
    <message>
        <source>Its maker or its model is not written.</source>
        <translation>Valmistaja tai malli puuttuu laitteen tiedoista.</translation>
    </message>
    <message>
        <source>STOP: battery</source>
        <translation>STOP: akku</translation>
    </message>
    <message>
        <source>Do not merge</source>
        <translation>Älä yhdistä</translation>
    </message>
    <message>
        <source>New model</source>
        <translation>Uusi malli</translation>
    </message>
    <message>
        <source>Choose a row.</source>
        <translation>Valitse rivi.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vertaa</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Tarkistettu</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Korjaa</translation>
    </message>
    <message>
        <source>Same as another</source>
        <translation>Sama kuin toinen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Muuta</translation>
    </message>
    <message>
        <source>Product number</source>
        <translation>Tuotenumero</translation>
    </message>
    <message>
        <source>Which model is the same?</source>
        <translation>Mikä malli on sama?</translation>
    </message>
    <message>
        <source>Search it, then tap its row.</source>
        <translation>Hae se ja napauta sen riviä.</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>ei mallia</translation>
    </message>
    <message>
        <source>{0} is the same now.</source>
        <translation>{0} on nyt sama malli.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Tallennettu</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yritä uudelleen</translation>
    </message>
</context>
<context>
    <name>CertificateTables</name>
    <message>
        <source>Lot</source>
        <translation>Erä</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Lähettäjä</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Annettu</translation>
    </message>
    <message>
        <source>Ready to issue</source>
        <translation>Odottaa</translation>
    </message>
    <message>
        <source>Certificate of the lot</source>
        <translation>Erän todistus</translation>
    </message>
    <message>
        <source>Lots</source>
        <translation>Erät</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Väline</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Malli</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Sarjanumero</translation>
    </message>
    <message>
        <source>Taken from</source>
        <translation>Laitteesta</translation>
    </message>
    <message>
        <source>Loose media</source>
        <translation>Irralliset välineet</translation>
    </message>
</context>
<context>
    <name>Certificates</name>
    <message>
        <source>valid</source>
        <translation>voimassa</translation>
    </message>
    <message>
        <source>superseded</source>
        <translation>korvattu</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>peruttu</translation>
    </message>
    <message>
        <source>out of date</source>
        <translation>vanhentunut</translation>
    </message>
    <message>
        <source>The wipe is approved.</source>
        <translation>Tyhjennys on hyväksytty.</translation>
    </message>
    <message>
        <source>A certificate can be issued now.</source>
        <translation>Todistuksen voi antaa nyt.</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Sarjanumero</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ei ole</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Tallennusvälineet</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Hyväksytty</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Laite</translation>
    </message>
    <message>
        <source>in doubt</source>
        <translation>epäillään</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>ei vielä</translation>
    </message>
    <message>
        <source>Certificates of a whole lot</source>
        <translation>Koko erän todistukset</translation>
    </message>
    <message>
        <source>One action issues what its devices lack, then the certificate of the lot.</source>
        <translation>Yksi painallus antaa laitteiden puuttuvat todistukset ja lopuksi erän todistuksen.</translation>
    </message>
    <message>
        <source>The certificate of the lot is out of date.</source>
        <translation>Erän todistus ei ole ajan tasalla.</translation>
    </message>
    <message>
        <source>A certificate in it has ended. Issue it anew.</source>
        <translation>Yksi sen todistuksista ei ole enää voimassa. Anna erälle uusi.</translation>
    </message>
    <message>
        <source>The certificate of the lot is in doubt.</source>
        <translation>Erän todistusta epäillään.</translation>
    </message>
    <message>
        <source>A second look failed. See which devices it is about.</source>
        <translation>Toinen katse epäonnistui. Katso, mitä laitteita se koskee.</translation>
    </message>
    <message>
        <source>Devices with a certificate</source>
        <translation>Laitteita, joilla on todistus</translation>
    </message>
    <message>
        <source>Ready to issue</source>
        <translation>Odottaa todistusta</translation>
    </message>
    <message>
        <source>Certificate of the lot</source>
        <translation>Erän todistus</translation>
    </message>
    <message>
        <source>This medium is proven clean or destroyed.</source>
        <translation>Väline on todistetusti tyhjä tai tuhottu.</translation>
    </message>
    <message>
        <source>A certificate of its own can be issued now.</source>
        <translation>Sille voi antaa oman todistuksen.</translation>
    </message>
    <message>
        <source>Taken from</source>
        <translation>Poistettu laitteesta</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Väline</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>Erä</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Annetut</translation>
    </message>
    <message>
        <source>Newer one</source>
        <translation>Uudempi</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Päättyi</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Syy</translation>
    </message>
    <message>
        <source>File (SHA-256)</source>
        <translation>Tiedosto (SHA-256)</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>Leima</translation>
    </message>
</context>
<context>
    <name>CertificatesPanel</name>
    <message>
        <source>Fetching the certificates…</source>
        <translation>Haetaan todistuksia…</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>todistus</translation>
    </message>
    <message>
        <source>not in the list</source>
        <translation>ei luettelossa</translation>
    </message>
    <message>
        <source>A supervisor issues certificates.</source>
        <translation>Työnjohtaja antaa todistukset.</translation>
    </message>
    <message>
        <source>Make the key of the seal first.</source>
        <translation>Tee ensin leiman avain.</translation>
    </message>
    <message>
        <source>the sender&apos;s own</source>
        <translation>lähettäjän mukaan</translation>
    </message>
    <message>
        <source>Tick the devices first.</source>
        <translation>Valitse ensin laitteet.</translation>
    </message>
    <message numerus="yes">
        <source>Issue %n certificates</source>
        <translation>
            <numerusform>Anna %n todistus</numerusform>
            <numerusform>Anna %n todistusta</numerusform>
        </translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Anna todistus</translation>
    </message>
    <message>
        <source>lot</source>
        <translation>erä</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>väline</translation>
    </message>
    <message>
        <source>Language: {0}</source>
        <translation>Kieli: {0}</translation>
    </message>
    <message>
        <source>Choose a lot.</source>
        <translation>Valitse erä.</translation>
    </message>
    <message>
        <source>Everything is issued.</source>
        <translation>Kaikki on annettu.</translation>
    </message>
    <message>
        <source>Issue the lot&apos;s</source>
        <translation>Anna erän todistukset</translation>
    </message>
    <message>
        <source>No certificates yet.</source>
        <translation>Todistuksia ei ole vielä.</translation>
    </message>
    <message>
        <source>Print all</source>
        <translation>Tulosta kaikki</translation>
    </message>
    <message>
        <source>Save all to a folder</source>
        <translation>Tallenna kansioon</translation>
    </message>
    <message>
        <source>Choose a medium.</source>
        <translation>Valitse väline.</translation>
    </message>
    <message>
        <source>Check certificates</source>
        <translation>Tarkista todistuksia</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Valitse kaikki</translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation>Poista valinnat</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Avaa</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Tulosta</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Tallenna kopio</translation>
    </message>
    <message>
        <source>Issue anew</source>
        <translation>Anna uudelleen</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Peru todistus</translation>
    </message>
    <message>
        <source>Make the key</source>
        <translation>Tee avain</translation>
    </message>
    <message>
        <source>Lock the seal</source>
        <translation>Lukitse leima</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Avaa leima</translation>
    </message>
    <message numerus="yes">
        <source>%n devices</source>
        <translation>
            <numerusform>%n laite</numerusform>
            <numerusform>%n laitetta</numerusform>
        </translation>
    </message>
    <message>
        <source>has a certificate</source>
        <translation>on todistus</translation>
    </message>
    <message>
        <source>waits for its approval first</source>
        <translation>odottaa ensin hyväksyntää</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yritä uudelleen</translation>
    </message>
    <message>
        <source>The workshop&apos;s seal has no key yet</source>
        <translation>Pajan leimalla ei ole vielä avainta</translation>
    </message>
    <message>
        <source>A supervisor makes it. Then certificates can be issued.</source>
        <translation>Työnjohtaja tekee sen. Sitten voi antaa todistuksia.</translation>
    </message>
    <message>
        <source>Every certificate is sealed, so that anybody can see that it is genuine.</source>
        <translation>Jokainen todistus leimataan, jotta kuka tahansa näkee sen aitouden.</translation>
    </message>
    <message>
        <source>Think of a long passphrase, make the key, and put a copy in a safe place.</source>
        <translation>Keksi pitkä tunnuslause, tee avain ja vie kopio turvalliseen paikkaan.</translation>
    </message>
    <message>
        <source>No key yet.</source>
        <translation>Avainta ei vielä ole.</translation>
    </message>
    <message>
        <source>Unlocked for this session.</source>
        <translation>Auki tämän istunnon ajan.</translation>
    </message>
    <message>
        <source>Locked. The passphrase is asked when you issue.</source>
        <translation>Lukittu. Tunnuslause kysytään, kun annat todistuksen.</translation>
    </message>
</context>
<context>
    <name>CertificatesPresenter</name>
    <message>
        <source>The seal has its key</source>
        <translation>Leimalla on nyt avain</translation>
    </message>
    <message>
        <source>Make a copy of it under Upkeep and put it in a safe place.</source>
        <translation>Tee siitä kopio Hallinnassa ja vie se turvalliseen paikkaan.</translation>
    </message>
    <message numerus="yes">
        <source>%n certificates issued</source>
        <translation>
            <numerusform>%n todistus annettu</numerusform>
            <numerusform>%n todistusta annettu</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} has no valid certificate now. Tell everybody: {1}, F8, sign the list.</source>
        <translation>{0}: todistus ei ole enää voimassa. Kerro kaikille: {1}, F8, allekirjoita luettelo.</translation>
    </message>
    <message>
        <source>The certificate was revoked</source>
        <translation>Todistus on peruttu</translation>
    </message>
    <message numerus="yes">
        <source>%n certificates saved</source>
        <translation>
            <numerusform>%n todistus tallennettu</numerusform>
            <numerusform>%n todistusta tallennettu</numerusform>
        </translation>
    </message>
    <message>
        <source>The copy was saved</source>
        <translation>Kopio on tallennettu</translation>
    </message>
    <message>
        <source>The copy is ready</source>
        <translation>Kopio on valmis</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>Lähetetty tulostimelle</translation>
    </message>
</context>
<context>
    <name>CheckCard</name>
    <message>
        <source>Figure</source>
        <translation>Luku</translation>
    </message>
</context>
<context>
    <name>CheckRows</name>
    <message>
        <source>Checks</source>
        <translation>Kohdat</translation>
    </message>
</context>
<context>
    <name>CheckedCard</name>
    <message>
        <source>Check a certificate</source>
        <translation>Tarkista todistus</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tiedosto</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numero</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Vastaus</translation>
    </message>
    <message>
        <source>Checked certificates</source>
        <translation>Tarkistetut todistukset</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Tarkistettu</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Tarkistetaan…</translation>
    </message>
    <message>
        <source>A certificate with a seal</source>
        <translation>Todistus, jossa on leima</translation>
    </message>
    <message>
        <source>Scan the QR code on the paper</source>
        <translation>Lue paperin QR-koodi</translation>
    </message>
    <message>
        <source>or drop PDF files or a folder here</source>
        <translation>tai pudota PDF-tiedostot tai kansio tähän</translation>
    </message>
    <message>
        <source>The files are only read.</source>
        <translation>Tiedostot vain luetaan.</translation>
    </message>
</context>
<context>
    <name>CheckedSide</name>
    <message>
        <source>What it says</source>
        <translation>Mitä siinä lukee</translation>
    </message>
    <message>
        <source>For everybody</source>
        <translation>Kaikille</translation>
    </message>
    <message>
        <source>Anybody checks our certificates with this page, without a network.</source>
        <translation>Tällä sivulla kuka tahansa tarkistaa todistuksemme ilman verkkoa.</translation>
    </message>
    <message>
        <source>What the certificate says stands here.</source>
        <translation>Todistuksen tiedot tulevat tähän.</translation>
    </message>
</context>
<context>
    <name>Checking</name>
    <message>
        <source>QR code</source>
        <translation>QR-koodi</translation>
    </message>
    <message>
        <source>Not in our books</source>
        <translation>Ei ole meidän kirjoissamme</translation>
    </message>
    <message>
        <source>Our key signed it, but this desk never issued the number.</source>
        <translation>Sen teki pajan avain, mutta paja ei ole antanut tätä numeroa.</translation>
    </message>
    <message>
        <source>Somebody else may have the key. Tell a supervisor now.</source>
        <translation>Avain voi olla jollain muulla. Kerro heti työnjohtajalle.</translation>
    </message>
    <message>
        <source>Genuine and valid</source>
        <translation>Aito ja voimassa</translation>
    </message>
    <message>
        <source>Genuine, but in doubt</source>
        <translation>Aito, mutta epäilyksen alla</translation>
    </message>
    <message>
        <source>Genuine, but out of date</source>
        <translation>Aito, mutta vanhentunut</translation>
    </message>
    <message>
        <source>Appendix</source>
        <translation>Liite</translation>
    </message>
    <message>
        <source>{0} of {1} are genuine and valid</source>
        <translation>{0} / {1} on aitoja ja voimassa</translation>
    </message>
    <message>
        <source>The others stand first in the list.</source>
        <translation>Muut ovat luettelossa ensin.</translation>
    </message>
</context>
<context>
    <name>CheckingPanel</name>
    <message>
        <source>certificate</source>
        <translation>todistus</translation>
    </message>
    <message>
        <source>STOP: battery</source>
        <translation>STOP: akku</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Pysäytä</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Valitse tiedostot</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Valitse kansio</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Aloita alusta</translation>
    </message>
    <message>
        <source>Save the page</source>
        <translation>Tallenna sivu</translation>
    </message>
    <message>
        <source>Sign the list</source>
        <translation>Allekirjoita luettelo</translation>
    </message>
    <message>
        <source>The folder holds no PDF files</source>
        <translation>Kansiossa ei ole PDF-tiedostoja</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Todistukset</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-tiedostot (*.pdf)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Kaikki tiedostot (*)</translation>
    </message>
    <message>
        <source>Folder with certificates</source>
        <translation>Kansio, jossa on todistuksia</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Tallenna luettelo</translation>
    </message>
    <message>
        <source>Passphrase of the seal</source>
        <translation>Leiman tunnuslause</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Allekirjoita</translation>
    </message>
    <message>
        <source>The list tells everybody which certificates hold no longer.</source>
        <translation>Luettelo kertoo kaikille, mitkä todistukset eivät ole enää voimassa.</translation>
    </message>
    <message>
        <source>The page was saved</source>
        <translation>Sivu on tallennettu</translation>
    </message>
    <message>
        <source>List {0} is signed</source>
        <translation>Luettelo {0} on allekirjoitettu</translation>
    </message>
</context>
<context>
    <name>ChooseLotCard</name>
    <message>
        <source>Which lot?</source>
        <translation>Mikä erä?</translation>
    </message>
    <message>
        <source>Scan the lot&apos;s code, or choose here.</source>
        <translation>Lue erän koodi tai valitse tästä.</translation>
    </message>
</context>
<context>
    <name>CloseLotCard</name>
    <message>
        <source>Close the lot</source>
        <translation>Sulje erä</translation>
    </message>
    <message numerus="yes">
        <source>%n without a reason</source>
        <translation>
            <numerusform>%n ilman syytä</numerusform>
            <numerusform>%n ilman syytä</numerusform>
        </translation>
    </message>
    <message>
        <source>Same reason for all</source>
        <translation>Sama syy kaikille</translation>
    </message>
    <message numerus="yes">
        <source>%n on the list</source>
        <translation>
            <numerusform>%n luettelossa</numerusform>
            <numerusform>%n luettelossa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n received</source>
        <translation>
            <numerusform>%n vastaanotettu</numerusform>
            <numerusform>%n vastaanotettu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not on the list</source>
        <translation>
            <numerusform>%n ei luettelossa</numerusform>
            <numerusform>%n ei luettelossa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n puuttuu</numerusform>
            <numerusform>%n puuttuu</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} of {1} things counted</source>
        <translation>{0} / {1} kappaletta laskettu</translation>
    </message>
    <message>
        <source>Missing, and not on the list</source>
        <translation>Puuttuvat ja ylimääräiset</translation>
    </message>
    <message>
        <source>Row or device</source>
        <translation>Rivi tai laite</translation>
    </message>
    <message>
        <source>More about the chosen row</source>
        <translation>Lisätieto valitusta rivistä</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Miksi?</translation>
    </message>
    <message>
        <source>not on the list</source>
        <translation>ylimääräinen</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>puuttuu</translation>
    </message>
    <message>
        <source>Why did this device not come?</source>
        <translation>Miksi tämä laite ei tullut?</translation>
    </message>
    <message>
        <source>Why did this device come without the list?</source>
        <translation>Miksi tämä laite tuli, vaikka se ei ole luettelossa?</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Malli</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Sarjanumero</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Syy</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>ei kerrottu</translation>
    </message>
    <message>
        <source>A closed lot takes no more devices. The list stays in the records.</source>
        <translation>Suljettuun erään ei voi lisätä laitteita. Luettelo jää talteen.</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Ei vielä</translation>
    </message>
</context>
<context>
    <name>ColumnsPage</name>
    <message>
        <source>Name of the supplier</source>
        <translation>Toimittajan nimi</translation>
    </message>
    <message>
        <source>Times are written as</source>
        <translation>Ajat on kirjoitettu näin</translation>
    </message>
    <message>
        <source>One disk is one</source>
        <translation>Yksi levy on yksi</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Sarakkeet</translation>
    </message>
</context>
<context>
    <name>CompareRow</name>
    <message>
        <source>Record</source>
        <translation>Kirjattu</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Kone</translation>
    </message>
</context>
<context>
    <name>Confirming</name>
    <message>
        <source>{0}: this needs your PIN.</source>
        <translation>{0}: tähän tarvitaan PIN-koodisi.</translation>
    </message>
</context>
<context>
    <name>ContainerForms</name>
    <message>
        <source>May be left empty.</source>
        <translation>Voi jättää tyhjäksi.</translation>
    </message>
    <message>
        <source>A new container</source>
        <translation>Uusi astia</translation>
    </message>
    <message>
        <source>Weight of the empty container (g)</source>
        <translation>Tyhjän astian paino (g)</translation>
    </message>
    <message>
        <source>Open it, print the label</source>
        <translation>Avaa, tulosta tarra</translation>
    </message>
    <message>
        <source>What goes in?</source>
        <translation>Mitä astiaan tulee?</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nimi</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Paikka</translation>
    </message>
    <message>
        <source>Scan it, or write it. Nothing goes in after this.</source>
        <translation>Lue tai kirjoita. Sen jälkeen astiaan ei laiteta mitään.</translation>
    </message>
    <message>
        <source>Number of the seal</source>
        <translation>Sinetin numero</translation>
    </message>
    <message>
        <source>Seal it</source>
        <translation>Sinetöi</translation>
    </message>
    <message>
        <source>Short; it stays in the records.</source>
        <translation>Lyhyesti; se jää tietoihin.</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Miksi?</translation>
    </message>
    <message>
        <source>0 means: no limit.</source>
        <translation>0 tarkoittaa: ei rajaa.</translation>
    </message>
    <message>
        <source>Limit, kg</source>
        <translation>Raja, kg</translation>
    </message>
    <message>
        <source>Limit, days</source>
        <translation>Raja, päivää</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Tallenna</translation>
    </message>
    <message>
        <source>May be told later.</source>
        <translation>Voi kertoa myöhemmin.</translation>
    </message>
    <message>
        <source>A new shipment</source>
        <translation>Uusi lähetys</translation>
    </message>
    <message>
        <source>Recycler</source>
        <translation>Kierrättäjä</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Huomautus</translation>
    </message>
    <message>
        <source>No names.</source>
        <translation>Ei nimiä.</translation>
    </message>
    <message>
        <source>Begin it</source>
        <translation>Aloita</translation>
    </message>
    <message>
        <source>Send, make the packing list</source>
        <translation>Lähetä, tee pakkausluettelo</translation>
    </message>
    <message>
        <source>Empty: it has no code of its own.</source>
        <translation>Tyhjä: omaa koodia ei ole.</translation>
    </message>
    <message>
        <source>The recycler&apos;s own code</source>
        <translation>Kierrättäjän oma koodi</translation>
    </message>
    <message>
        <source>Fraction</source>
        <translation>Jae</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Koodi</translation>
    </message>
</context>
<context>
    <name>Containers</name>
    <message>
        <source>Weighed out</source>
        <translation>Punnittu ulos</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Sisällä</translation>
    </message>
    <message>
        <source>Waste code today</source>
        <translation>Jätenimike nyt</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Tyhjänä</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Paikka</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Alkaen</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>Sinetti</translation>
    </message>
    <message>
        <source>Emptied into</source>
        <translation>Tyhjennetty</translation>
    </message>
    <message>
        <source>Shipment</source>
        <translation>Lähetys</translation>
    </message>
    <message>
        <source>By the scale</source>
        <translation>Vaa&apos;an mukaan</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Ero</translation>
    </message>
</context>
<context>
    <name>ContainersPanel</name>
    <message>
        <source>Emptying</source>
        <translation>Tyhjennetään</translation>
    </message>
    <message>
        <source>Taking off the shipment</source>
        <translation>Otetaan pois lähetyksestä</translation>
    </message>
    <message>
        <source>Choose an open shipment first</source>
        <translation>Valitse ensin avoin lähetys</translation>
    </message>
    <message>
        <source>Or begin a new one.</source>
        <translation>Tai aloita uusi.</translation>
    </message>
    <message>
        <source>Scan a container first</source>
        <translation>Lue ensin astia</translation>
    </message>
    <message>
        <source>Then what goes into it.</source>
        <translation>Sitten se, mitä astiaan laitetaan.</translation>
    </message>
    <message>
        <source>scan a container first</source>
        <translation>lue ensin astia</translation>
    </message>
    <message>
        <source>STOP: battery</source>
        <translation>STOP: akku</translation>
    </message>
    <message>
        <source>Do not empty it</source>
        <translation>Älä tyhjennä</translation>
    </message>
    <message>
        <source>New container</source>
        <translation>Uusi astia</translation>
    </message>
    <message>
        <source>Shipments</source>
        <translation>Lähetykset</translation>
    </message>
    <message>
        <source>The container is empty.</source>
        <translation>Astia on tyhjä.</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Korjaa tietoja</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>Sinetöi</translation>
    </message>
    <message>
        <source>Empty into another</source>
        <translation>Tyhjennä toiseen</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Ota takaisin</translation>
    </message>
    <message>
        <source>Weigh again</source>
        <translation>Punnitse uudelleen</translation>
    </message>
    <message>
        <source>Weigh it out</source>
        <translation>Punnitse ulos</translation>
    </message>
    <message>
        <source>It is on a shipment.</source>
        <translation>Astia on lähetyksessä.</translation>
    </message>
    <message>
        <source>Open the seal</source>
        <translation>Avaa sinetti</translation>
    </message>
    <message>
        <source>Containers</source>
        <translation>Astiat</translation>
    </message>
    <message>
        <source>New shipment</source>
        <translation>Uusi lähetys</translation>
    </message>
    <message>
        <source>Recycler&apos;s codes</source>
        <translation>Kierrättäjän koodit</translation>
    </message>
    <message>
        <source>Packing list</source>
        <translation>Pakkausluettelo</translation>
    </message>
    <message>
        <source>Scan sealed and weighed containers.</source>
        <translation>Lue sinetöidyt ja punnitut astiat.</translation>
    </message>
    <message>
        <source>Take one off</source>
        <translation>Ota astia pois</translation>
    </message>
    <message>
        <source>Send it</source>
        <translation>Lähetä</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>Peru lähetys</translation>
    </message>
    <message>
        <source>Scan the container that takes it</source>
        <translation>Lue astia, johon tyhjennetään</translation>
    </message>
    <message>
        <source>It must be of the same fraction.</source>
        <translation>Sen on oltava samaa jaetta.</translation>
    </message>
    <message>
        <source>Scan the container to take off</source>
        <translation>Lue pois otettava astia</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yritä uudelleen</translation>
    </message>
</context>
<context>
    <name>Corrections</name>
    <message>
        <source>What stood before stays in the history. A new label is printed.</source>
        <translation>Vanha tieto jää historiaan. Uusi tarra tulostuu.</translation>
    </message>
    <message>
        <source>Correct {0}</source>
        <translation>Korjaa {0}</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Korjaa</translation>
    </message>
    <message>
        <source>What happened?</source>
        <translation>Mitä tapahtui?</translation>
    </message>
    <message>
        <source>Why do you think so?</source>
        <translation>Mistä sen näkee?</translation>
    </message>
    <message>
        <source>If it was: what was proven of both devices meanwhile ends.</source>
        <translation>Jos oli: molempien laitteiden hyväksynnät siltä ajalta päättyvät.</translation>
    </message>
    <message>
        <source>They are wiped and approved anew.</source>
        <translation>Ne tyhjennetään ja hyväksytään uudelleen.</translation>
    </message>
    <message>
        <source>The label of {0}</source>
        <translation>Laitteen {0} tarra</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Päätä</translation>
    </message>
    <message>
        <source>Device type</source>
        <translation>Laitetyyppi</translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation>Valmistaja</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Malli</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Sarjanumero</translation>
    </message>
    <message>
        <source>Inventory number</source>
        <translation>Inventaarionumero</translation>
    </message>
    <message>
        <source>IMEI</source>
        <translation>IMEI</translation>
    </message>
    <message>
        <source>Lot, by its code</source>
        <translation>Erä, koodilla</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Paikka</translation>
    </message>
    <message>
        <source>Weight, grams</source>
        <translation>Paino grammoina</translation>
    </message>
    <message>
        <source>Why it is corrected</source>
        <translation>Miksi korjataan</translation>
    </message>
    <message>
        <source>Write the weight in whole grams.</source>
        <translation>Kirjoita paino kokonaisina grammoina.</translation>
    </message>
    <message>
        <source>{0} is corrected</source>
        <translation>{0} on korjattu</translation>
    </message>
    <message>
        <source>Does not hold any more: {0}</source>
        <translation>Ei enää voimassa: {0}</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Päätetty</translation>
    </message>
</context>
<context>
    <name>CountCard</name>
    <message>
        <source>In this lot</source>
        <translation>Tässä erässä</translation>
    </message>
    <message numerus="yes">
        <source>%n not on the list</source>
        <translation>
            <numerusform>%n ei luettelossa</numerusform>
            <numerusform>%n ei luettelossa</numerusform>
        </translation>
    </message>
    <message>
        <source>How many came?</source>
        <translation>Montako tuli?</translation>
    </message>
    <message>
        <source>Count the things. Leave empty what nobody has counted.</source>
        <translation>Laske tavarat. Jätä tyhjäksi, jos kukaan ei ole laskenut.</translation>
    </message>
    <message>
        <source>Row {0}: {1} on the list</source>
        <translation>Rivi {0}: luettelossa {1}</translation>
    </message>
    <message>
        <source>Lines of many things</source>
        <translation>Rivit, joilla on monta tavaraa</translation>
    </message>
    <message>
        <source>Save the counts</source>
        <translation>Tallenna määrät</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Peruuta</translation>
    </message>
    <message>
        <source>Write a whole number.</source>
        <translation>Kirjoita kokonaisluku.</translation>
    </message>
</context>
<context>
    <name>CountView</name>
    <message>
        <source>Counted</source>
        <translation>Laskettu</translation>
    </message>
    <message>
        <source>Scanned</source>
        <translation>Luetut</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Laite</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Malli</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Vastaus</translation>
    </message>
    <message>
        <source>Scan every device here</source>
        <translation>Lue jokainen laite tässä</translation>
    </message>
    <message>
        <source>The order does not matter.</source>
        <translation>Järjestyksellä ei ole väliä.</translation>
    </message>
</context>
<context>
    <name>Counter</name>
    <message>
        <source>{0}: one less</source>
        <translation>{0}: yksi vähemmän</translation>
    </message>
    <message>
        <source>{0}: one more</source>
        <translation>{0}: yksi lisää</translation>
    </message>
</context>
<context>
    <name>DataClassPage</name>
    <message>
        <source>How secret is the data on the devices?</source>
        <translation>Millaista tietoa laitteissa on?</translation>
    </message>
    <message>
        <source>Confidential data asks more of a wipe. It can be changed later.</source>
        <translation>Luottamuksellinen tieto vaatii tyhjennykseltä enemmän. Valinnan voi muuttaa myöhemmin.</translation>
    </message>
    <message>
        <source>Confidential, until the city has decided</source>
        <translation>Luottamuksellinen, kunnes kaupunki on päättänyt</translation>
    </message>
    <message>
        <source>Ordinary</source>
        <translation>Tavanomainen</translation>
    </message>
    <message>
        <source>Data of deliveries</source>
        <translation>Erien tieto</translation>
    </message>
    <message>
        <source>Reference of the decision</source>
        <translation>Päätöksen tunnus</translation>
    </message>
    <message>
        <source>For example: HEL 2026-004711</source>
        <translation>Esimerkiksi: HEL 2026-004711</translation>
    </message>
    <message>
        <source>Write the reference.</source>
        <translation>Kirjoita tunnus.</translation>
    </message>
</context>
<context>
    <name>DaySection</name>
    <message>
        <source>Day and clock</source>
        <translation>Päivä ja kello</translation>
    </message>
    <message>
        <source>The clock is right: nothing to confirm.</source>
        <translation>Kello on oikeassa: ei ole mitään vahvistettavaa.</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>Sulje päivä</translation>
    </message>
    <message>
        <source>The clock is right</source>
        <translation>Kello on oikeassa</translation>
    </message>
    <message>
        <source>It has jumped. Look at another clock, then confirm.</source>
        <translation>Se on hypännyt. Katso toista kelloa ja vahvista sitten.</translation>
    </message>
    <message>
        <source>Time now</source>
        <translation>Aika nyt</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Kello</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>kunnossa</translation>
    </message>
    <message>
        <source>Day report</source>
        <translation>Päiväraportti</translation>
    </message>
    <message>
        <source>One page for the binder, with the journal&apos;s head on it.</source>
        <translation>Yksi sivu mappiin. Siinä on tapahtumaketjun tiiviste.</translation>
    </message>
    <message>
        <source>Making the day report</source>
        <translation>Päiväraporttia tehdään</translation>
    </message>
    <message>
        <source>The day is closed. Print the report.</source>
        <translation>Päivä on päätetty. Tulosta raportti.</translation>
    </message>
    <message>
        <source>The day was closed already. This is its report.</source>
        <translation>Päivä on jo päätetty. Tämä on sen raportti.</translation>
    </message>
    <message>
        <source>The clock is confirmed</source>
        <translation>Kello on vahvistettu</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>Save</source>
        <translation>Tallenna</translation>
    </message>
    <message>
        <source>To the queue</source>
        <translation>Jonoon</translation>
    </message>
    <message>
        <source>Next device</source>
        <translation>Seuraava laite</translation>
    </message>
    <message>
        <source>Undo the grading</source>
        <translation>Peruuta luokittelu</translation>
    </message>
    <message>
        <source>Grade again</source>
        <translation>Luokittele uudelleen</translation>
    </message>
    <message>
        <source>Change the grade</source>
        <translation>Muuta luokka</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>Uusi tarra</translation>
    </message>
    <message>
        <source>Open the oldest</source>
        <translation>Avaa vanhin</translation>
    </message>
    <message>
        <source>Nothing waits here.</source>
        <translation>Tässä ei odota mitään.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Avaa</translation>
    </message>
    <message>
        <source>Open the first one</source>
        <translation>Avaa ensimmäinen</translation>
    </message>
    <message>
        <source>What waits</source>
        <translation>Odottavat</translation>
    </message>
    <message>
        <source>Taken apart</source>
        <translation>Puretut</translation>
    </message>
    <message>
        <source>Another device</source>
        <translation>Toinen laite</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Tehty</translation>
    </message>
    <message>
        <source>There is none</source>
        <translation>Ei ole</translation>
    </message>
    <message>
        <source>Only who has the permission takes a battery out.</source>
        <translation>Akun ottaa pois se, jolla on lupa.</translation>
    </message>
    <message>
        <source>Storage media are still inside.</source>
        <translation>Tallennusvälineitä on vielä sisällä.</translation>
    </message>
    <message>
        <source>Weighed</source>
        <translation>Punnittu</translation>
    </message>
    <message>
        <source>To its destruction</source>
        <translation>Tuhoamaan</translation>
    </message>
    <message>
        <source>The disk is out</source>
        <translation>Levy on ulkona</translation>
    </message>
    <message>
        <source>Found a disk</source>
        <translation>Löytyi levy</translation>
    </message>
    <message>
        <source>Keep a part</source>
        <translation>Osa talteen</translation>
    </message>
    <message>
        <source>Skip a wish</source>
        <translation>Ohita toive</translation>
    </message>
    <message>
        <source>Cancel the work</source>
        <translation>Peru purku</translation>
    </message>
    <message>
        <source>Which part?</source>
        <translation>Mikä osa?</translation>
    </message>
    <message>
        <source>Somebody waits for these.</source>
        <translation>Joku odottaa näitä.</translation>
    </message>
    <message>
        <source>Which part is not taken?</source>
        <translation>Mitä osaa ei oteta?</translation>
    </message>
    <message>
        <source>The part stays</source>
        <translation>Osaa ei oteta</translation>
    </message>
    <message>
        <source>Why is it not taken?</source>
        <translation>Miksi sitä ei oteta?</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Ohita</translation>
    </message>
    <message>
        <source>Undo: {0}</source>
        <translation>Peru: {0}</translation>
    </message>
    <message>
        <source>The device is whole</source>
        <translation>Laite on ehjä</translation>
    </message>
    <message>
        <source>Why is it not taken apart?</source>
        <translation>Miksi sitä ei pureta?</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Päätä purku</translation>
    </message>
    <message>
        <source>Finish with a reason</source>
        <translation>Päätä syyllä</translation>
    </message>
    <message>
        <source>{0} are missing</source>
        <translation>Puuttuu {0}</translation>
    </message>
    <message>
        <source>{0} too much</source>
        <translation>{0} liikaa</translation>
    </message>
    <message>
        <source>Where did it go?</source>
        <translation>Minne se meni?</translation>
    </message>
    <message>
        <source>Why do the weights not fit?</source>
        <translation>Miksi painot eivät täsmää?</translation>
    </message>
    <message>
        <source>The battery was not weighed</source>
        <translation>Akkua ei punnittu</translation>
    </message>
    <message>
        <source>Why not?</source>
        <translation>Miksi ei?</translation>
    </message>
    <message>
        <source>It is in the box</source>
        <translation>Se on laatikossa</translation>
    </message>
    <message>
        <source>The device is taken apart</source>
        <translation>Laite on purettu</translation>
    </message>
    <message>
        <source>The work was cancelled</source>
        <translation>Purku peruttiin</translation>
    </message>
    <message>
        <source>Next queue</source>
        <translation>Seuraava jono</translation>
    </message>
    <message>
        <source>To the shelf</source>
        <translation>Hyllyyn</translation>
    </message>
    <message>
        <source>To repair</source>
        <translation>Korjaukseen</translation>
    </message>
    <message>
        <source>For parts</source>
        <translation>Osiksi</translation>
    </message>
    <message>
        <source>Take apart</source>
        <translation>Purkuun</translation>
    </message>
    <message>
        <source>What does not work is not for the shelf.</source>
        <translation>Toimimaton laite ei mene hyllyyn.</translation>
    </message>
    <message>
        <source>Why to the shelf?</source>
        <translation>Miksi hyllyyn?</translation>
    </message>
    <message>
        <source>Why to repair?</source>
        <translation>Miksi korjaukseen?</translation>
    </message>
    <message>
        <source>Why for parts?</source>
        <translation>Miksi osiksi?</translation>
    </message>
    <message>
        <source>Why to be taken apart?</source>
        <translation>Miksi purkuun?</translation>
    </message>
    <message>
        <source>The reason is kept.</source>
        <translation>Syy jää talteen.</translation>
    </message>
    <message>
        <source>Why grade {0}?</source>
        <translation>Miksi luokka {0}?</translation>
    </message>
    <message>
        <source>The computed grade is kept beside it.</source>
        <translation>Ohjelman laskema luokka jää näkyviin.</translation>
    </message>
    <message>
        <source>Label with the grade</source>
        <translation>Tarra, jossa on kuntoluokka</translation>
    </message>
</context>
<context>
    <name>Delivery</name>
    <message>
        <source>Seals</source>
        <translation>Sinetit</translation>
    </message>
    <message>
        <source>The lot</source>
        <translation>Erä</translation>
    </message>
    <message>
        <source>Add cages</source>
        <translation>Lisää häkkejä</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Kuvat</translation>
    </message>
    <message>
        <source>Hand-over receipt</source>
        <translation>Vastaanottokuittaus</translation>
    </message>
    <message>
        <source>Reconciliation</source>
        <translation>Täsmäytys</translation>
    </message>
    <message>
        <source>No lot is closed yet.</source>
        <translation>Yhtään erää ei ole vielä suljettu.</translation>
    </message>
    <message>
        <source>Which closed lot?</source>
        <translation>Mikä suljettu erä?</translation>
    </message>
    <message numerus="yes">
        <source>%n came later</source>
        <translation>
            <numerusform>%n tuli myöhemmin</numerusform>
            <numerusform>%n tuli myöhemmin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cages or pallets are listed</source>
        <translation>
            <numerusform>%n häkki tai lava kirjattiin</numerusform>
            <numerusform>%n häkkiä tai lavaa kirjattiin</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DemoPage</name>
    <message>
        <source>A week to try</source>
        <translation>Esimerkkiviikko</translation>
    </message>
    <message>
        <source>Four deliveries, about 200 devices, one week of work. It is all invented.</source>
        <translation>Neljä erää, noin 200 laitetta, yhden viikon työ. Kaikki on keksittyä.</translation>
    </message>
    <message>
        <source>It goes into a folder of its own. Real data is never mixed with it.</source>
        <translation>Se menee omaan kansioonsa. Siihen ei koskaan sekoitu oikeita tietoja.</translation>
    </message>
    <message>
        <source>How it goes</source>
        <translation>Näin se etenee</translation>
    </message>
    <message>
        <source>Ready: {0}</source>
        <translation>Valmis: {0}</translation>
    </message>
    <message>
        <source>Supervisor&apos;s badge {0}, PIN {1}</source>
        <translation>Työnjohtajan kortti {0}, PIN {1}</translation>
    </message>
    <message>
        <source>Maker&apos;s badge {0}</source>
        <translation>Tekijän kortti {0}</translation>
    </message>
    <message>
        <source>The desk asks for a badge: write one of these down, type it, press Enter.</source>
        <translation>Ohjelma kysyy korttia. Kirjoita jompikumpi muistiin, näppäile se ja paina Enter.</translation>
    </message>
</context>
<context>
    <name>DeskSection</name>
    <message>
        <source>This desk</source>
        <translation>Tämä työpiste</translation>
    </message>
    <message>
        <source>Locks itself</source>
        <translation>Lukittuu itse</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Äänet</translation>
    </message>
    <message>
        <source>on</source>
        <translation>päällä</translation>
    </message>
    <message>
        <source>off</source>
        <translation>pois</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Värit</translation>
    </message>
    <message>
        <source>Labels at intake</source>
        <translation>Tarrat vastaanotossa</translation>
    </message>
    <message>
        <source>Scanner&apos;s first key</source>
        <translation>Lukijan ensimmäinen merkki</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ei ole</translation>
    </message>
    <message>
        <source>Scans are put right</source>
        <translation>Lukijan merkit korjataan</translation>
    </message>
    <message>
        <source>no</source>
        <translation>ei</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>kyllä</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Muuta</translation>
    </message>
    <message>
        <source>Sounds and colours</source>
        <translation>Äänet ja värit</translation>
    </message>
    <message>
        <source>Check the scanner</source>
        <translation>Tarkista lukija</translation>
    </message>
    <message numerus="yes">
        <source>after %n minutes</source>
        <translation>
            <numerusform>%n minuutin jälkeen</numerusform>
            <numerusform>%n minuutin jälkeen</numerusform>
        </translation>
    </message>
    <message>
        <source>never</source>
        <translation>ei koskaan</translation>
    </message>
    <message>
        <source>For example F13. Empty for none.</source>
        <translation>Esimerkiksi F13. Tyhjä, jos ei ole.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Tallenna</translation>
    </message>
    <message>
        <source>The scanner&apos;s key changes when the program starts again.</source>
        <translation>Lukijan näppäin vaihtuu, kun ohjelma käynnistyy uudelleen.</translation>
    </message>
    <message>
        <source>How loud</source>
        <translation>Voimakkuus</translation>
    </message>
    <message>
        <source>Everything is said in words, too. The STOP alarm is always heard.</source>
        <translation>Kaikki sanotaan myös sanoin. STOP-hälytys kuuluu aina.</translation>
    </message>
    <message>
        <source>Sound of done</source>
        <translation>Valmis-ääni</translation>
    </message>
    <message>
        <source>Sound of attention</source>
        <translation>Huomio-ääni</translation>
    </message>
    <message>
        <source>Sound of stop</source>
        <translation>Seis-ääni</translation>
    </message>
    <message>
        <source>Tune {0}</source>
        <translation>Ääni {0}</translation>
    </message>
    <message>
        <source>no sound</source>
        <translation>ei ääntä</translation>
    </message>
    <message>
        <source>quiet</source>
        <translation>hiljainen</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>tavallinen</translation>
    </message>
    <message>
        <source>loud</source>
        <translation>kova</translation>
    </message>
    <message>
        <source>strong contrast</source>
        <translation>vahva kontrasti</translation>
    </message>
    <message>
        <source>for eyes that mix red and green</source>
        <translation>puna-vihersokealle</translation>
    </message>
    <message>
        <source>from a roll printed ahead</source>
        <translation>valmiista rullasta</translation>
    </message>
    <message>
        <source>printed on the spot</source>
        <translation>tulostetaan heti</translation>
    </message>
    <message>
        <source>The settings are saved</source>
        <translation>Asetukset on tallennettu</translation>
    </message>
</context>
<context>
    <name>DeskWindow</name>
    <message>
        <source>This means nothing here</source>
        <translation>Tämä ei tarkoita täällä mitään</translation>
    </message>
</context>
<context>
    <name>DestructionPanel</name>
    <message>
        <source>Destroyed now</source>
        <translation>Tuhotaan nyt</translation>
    </message>
    <message>
        <source>Scan the label of a disk</source>
        <translation>Lue levyn tarra</translation>
    </message>
    <message>
        <source>Then the next one, until all are here.</source>
        <translation>Sitten seuraava, kunnes kaikki ovat tässä.</translation>
    </message>
    <message>
        <source>Decided: to be destroyed</source>
        <translation>Päätetty tuhottaviksi</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Mikään ei odota</translation>
    </message>
    <message>
        <source>A supervisor decides in Wiping what is destroyed.</source>
        <translation>Työnjohtaja päättää Tyhjennyksessä, mitä tuhotaan.</translation>
    </message>
    <message>
        <source>STOP: battery</source>
        <translation>STOP: akku</translation>
    </message>
    <message>
        <source>Two persons</source>
        <translation>Kaksi ihmistä</translation>
    </message>
    <message>
        <source>Take from the list</source>
        <translation>Poista listasta</translation>
    </message>
    <message numerus="yes">
        <source>Take all %n</source>
        <translation>
            <numerusform>Ota %n mukaan</numerusform>
            <numerusform>Ota kaikki %n mukaan</numerusform>
        </translation>
    </message>
    <message>
        <source>Scan the media first.</source>
        <translation>Lue ensin välineiden tarrat.</translation>
    </message>
    <message>
        <source>Write with which machine, or where.</source>
        <translation>Kirjoita, millä koneella tai missä.</translation>
    </message>
    <message>
        <source>Take a photograph of the pieces.</source>
        <translation>Ota kuva murskeesta.</translation>
    </message>
    <message>
        <source>Weigh the pieces: they go into a container.</source>
        <translation>Punnitse murske: se menee astiaan.</translation>
    </message>
    <message>
        <source>Only media that are out of their device go into a container.</source>
        <translation>Vain laitteesta irrotetut välineet menevät astiaan.</translation>
    </message>
    <message>
        <source>in the list already</source>
        <translation>on jo listassa</translation>
    </message>
    <message>
        <source>The size of the pieces is missing or not enough: {0}. F9 goes back.</source>
        <translation>Murskeen koko puuttuu tai ei riitä: {0}. F9 palaa.</translation>
    </message>
    <message numerus="yes">
        <source>%n media destroyed</source>
        <translation>
            <numerusform>%n väline tuhottu</numerusform>
            <numerusform>%n välinettä tuhottu</numerusform>
        </translation>
    </message>
    <message>
        <source>A supervisor who was not one of the two approves it.</source>
        <translation>Sen hyväksyy työnjohtaja, joka ei ollut kumpikaan näistä.</translation>
    </message>
</context>
<context>
    <name>DeviceCard</name>
    <message>
        <source>No device is open. Scan one.</source>
        <translation>Laitetta ei ole valittu. Lue laite.</translation>
    </message>
    <message>
        <source>What has happened</source>
        <translation>Mitä on tapahtunut</translation>
    </message>
</context>
<context>
    <name>DeviceForm</name>
    <message>
        <source>Device: fills as you scan</source>
        <translation>Laite täyttyy lukemalla</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>ei vielä tiedossa</translation>
    </message>
    <message>
        <source>Device type</source>
        <translation>Laitetyyppi</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Malli</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Sarjanumero</translation>
    </message>
    <message>
        <source>Inventory number</source>
        <translation>Inventaarinumero</translation>
    </message>
    <message>
        <source>Storage media</source>
        <translation>Tallennusvälineet</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Paikka</translation>
    </message>
</context>
<context>
    <name>DevicePage</name>
    <message>
        <source>Device</source>
        <translation>Laite</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Tarra</translation>
    </message>
    <message>
        <source>a device without a record</source>
        <translation>laite, jota ei ole kirjattu</translation>
    </message>
    <message>
        <source>The label of {0} was on {1}.</source>
        <translation>Laitteen {0} tarra oli: {1}.</translation>
    </message>
    <message>
        <source>Storage media</source>
        <translation>Tallennusvälineet</translation>
    </message>
    <message>
        <source>Count approved</source>
        <translation>Määrä hyväksytty</translation>
    </message>
    <message>
        <source>None inside, said {0}.</source>
        <translation>Sisällä ei ole, sanoi {0}.</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Osat</translation>
    </message>
    <message>
        <source>taken out</source>
        <translation>irrotettu</translation>
    </message>
    <message>
        <source>fitted</source>
        <translation>asennettu</translation>
    </message>
    <message>
        <source>What belongs to it</source>
        <translation>Mukana</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Kuvat</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Paperit</translation>
    </message>
    <message>
        <source>No certificate yet.</source>
        <translation>Todistusta ei vielä ole.</translation>
    </message>
    <message>
        <source>Label: in the queue</source>
        <translation>Tarra: jonossa</translation>
    </message>
    <message>
        <source>Label: waits, the printer did not print</source>
        <translation>Tarra: odottaa, tulostin ei tulostanut</translation>
    </message>
    <message>
        <source>Label: printed</source>
        <translation>Tarra: tulostettu</translation>
    </message>
    <message>
        <source>Label: taken out of the queue</source>
        <translation>Tarra: poistettu jonosta</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>voimassa</translation>
    </message>
    <message>
        <source>superseded</source>
        <translation>korvattu</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>kumottu</translation>
    </message>
    <message>
        <source>in doubt</source>
        <translation>epäillään</translation>
    </message>
</context>
<context>
    <name>DeviceWords</name>
    <message>
        <source>Intake</source>
        <translation>Vastaanotto</translation>
    </message>
    <message>
        <source>Wiping</source>
        <translation>Tyhjennys</translation>
    </message>
    <message>
        <source>Grading</source>
        <translation>Luokittelu</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Kunnostus</translation>
    </message>
    <message>
        <source>Installation</source>
        <translation>Asennus</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>Luovutus</translation>
    </message>
    <message>
        <source>Taking apart</source>
        <translation>Purku</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>ohjelma</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>Gt</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Koodi</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Kuntoluokka</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Päätös</translation>
    </message>
    <message>
        <source>Operating system</source>
        <translation>Käyttöjärjestelmä</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tyyppi</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Sarjanumero</translation>
    </message>
    <message>
        <source>Inventory number</source>
        <translation>Inventaarinumero</translation>
    </message>
    <message>
        <source>Product number</source>
        <translation>Tuotenumero</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Paikka</translation>
    </message>
    <message>
        <source>nobody has said</source>
        <translation>kukaan ei ole kertonut</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>Erä</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Paino</translation>
    </message>
</context>
<context>
    <name>DevicesPanel</name>
    <message>
        <source>Search</source>
        <translation>Haku</translation>
    </message>
    <message>
        <source>Code, serial number, inventory number, IMEI or model.</source>
        <translation>Koodi, sarjanumero, inventaarinumero, IMEI tai malli.</translation>
    </message>
    <message>
        <source>place</source>
        <translation>paikka</translation>
    </message>
    <message>
        <source>Find a device first.</source>
        <translation>Hae ensin laite.</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Takaisin luetteloon</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>Avaa sivu</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Siirrä</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>Uusi tarra</translation>
    </message>
    <message>
        <source>Undo last</source>
        <translation>Peruuta viimeisin</translation>
    </message>
    <message>
        <source>STOP: battery</source>
        <translation>STOP: akku</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Korjaa</translation>
    </message>
    <message>
        <source>Label on wrong device</source>
        <translation>Tarra väärässä laitteessa</translation>
    </message>
    <message>
        <source>Decide about the label</source>
        <translation>Päätä tarrasta</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Kuvat</translation>
    </message>
    <message>
        <source>{0}: you may not open it. Ask a supervisor.</source>
        <translation>{0}: et voi avata tätä. Pyydä työnjohtaja.</translation>
    </message>
    <message>
        <source>Go on: {0}</source>
        <translation>Jatka: {0}</translation>
    </message>
    <message numerus="yes">
        <source>%n devices</source>
        <translation>
            <numerusform>%n laite</numerusform>
            <numerusform>%n laitetta</numerusform>
        </translation>
    </message>
    <message>
        <source>not found</source>
        <translation>ei löydy</translation>
    </message>
    <message>
        <source>Nothing found: {0}</source>
        <translation>Ei löytynyt: {0}</translation>
    </message>
    <message>
        <source>Scan another code of the device, or write a part of its model.</source>
        <translation>Lue laitteen toinen koodi tai kirjoita osa mallista.</translation>
    </message>
    <message>
        <source>Every code on a device finds it.</source>
        <translation>Jokainen laitteen koodi löytää sen.</translation>
    </message>
    <message>
        <source>You can also write: part of the model is enough.</source>
        <translation>Voit myös kirjoittaa: osa mallista riittää.</translation>
    </message>
    <message>
        <source>Scan or write</source>
        <translation>Lue tai kirjoita</translation>
    </message>
    <message>
        <source>Label is broken</source>
        <translation>Tarra on rikki</translation>
    </message>
    <message>
        <source>Label is lost</source>
        <translation>Tarra on kadonnut</translation>
    </message>
    <message>
        <source>Label did not come</source>
        <translation>Tarra ei tullut</translation>
    </message>
    <message>
        <source>Why a new label?</source>
        <translation>Miksi uusi tarra?</translation>
    </message>
</context>
<context>
    <name>DevicesPresenter</name>
    <message>
        <source>The device is there already.</source>
        <translation>Laite on jo siellä.</translation>
    </message>
    <message>
        <source>{0} moved</source>
        <translation>{0} siirretty</translation>
    </message>
    <message>
        <source>{0} · a new place, its label is in the queue</source>
        <translation>{0} · uusi paikka, sen tarra on jonossa</translation>
    </message>
    <message>
        <source>The place of the disk is recorded</source>
        <translation>Levyn paikka on kirjattu</translation>
    </message>
    <message>
        <source>The label is in the queue</source>
        <translation>Tarra on jonossa</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Peruutettu</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Peruuta</translation>
    </message>
</context>
<context>
    <name>DevicesSide</name>
    <message>
        <source>What has happened</source>
        <translation>Mitä on tapahtunut</translation>
    </message>
</context>
<context>
    <name>Dismantling</name>
    <message>
        <source>battery first</source>
        <translation>akku ensin</translation>
    </message>
    <message>
        <source>for its parts</source>
        <translation>osiksi</translation>
    </message>
    <message>
        <source>data inside</source>
        <translation>dataa sisällä</translation>
    </message>
    <message>
        <source>Wait. Do not touch the device.</source>
        <translation>Odota. Älä koske laitteeseen.</translation>
    </message>
    <message>
        <source>Somebody with the permission takes the battery out.</source>
        <translation>Akun ottaa pois se, jolla on lupa.</translation>
    </message>
    <message>
        <source>Take the battery out.</source>
        <translation>Ota akku pois.</translation>
    </message>
    <message>
        <source>Into the fire box, then scan the box.</source>
        <translation>Palolaatikkoon. Lue sitten laatikko.</translation>
    </message>
    <message>
        <source>Weigh it only if it is safe.</source>
        <translation>Punnitse vain, jos se on turvallista.</translation>
    </message>
    <message>
        <source>The device is taken apart.</source>
        <translation>Laite on purettu.</translation>
    </message>
    <message>
        <source>Everything is sorted.</source>
        <translation>Kaikki on lajiteltu.</translation>
    </message>
    <message>
        <source>The weights fit.</source>
        <translation>Painot täsmäävät.</translation>
    </message>
    <message>
        <source>Something left on the table?</source>
        <translation>Jäikö pöydälle jotain?</translation>
    </message>
    <message>
        <source>Weigh it, and scan its container.</source>
        <translation>Punnitse se ja lue sen astia.</translation>
    </message>
    <message>
        <source>Is it a disk? Weigh it, then F5.</source>
        <translation>Levy: punnitse se, sitten F5.</translation>
    </message>
    <message>
        <source>Is a weight wrong?</source>
        <translation>Onko paino väärin?</translation>
    </message>
    <message>
        <source>F9 takes the last one back.</source>
        <translation>F9 ottaa viimeisen takaisin.</translation>
    </message>
    <message>
        <source>Ask somebody who has the permission.</source>
        <translation>Pyydä henkilö, jolla on lupa.</translation>
    </message>
    <message>
        <source>When it is out: F10. Weigh it after that.</source>
        <translation>Kun akku on irti, paina F10. Akun voit punnita sen jälkeen.</translation>
    </message>
    <message>
        <source>Parts that are wanted: {0}. Press F6.</source>
        <translation>Osia odotetaan: {0}. Paina F6.</translation>
    </message>
    <message>
        <source>Nobody waits for a part now.</source>
        <translation>Kukaan ei odota osaa nyt.</translation>
    </message>
    <message>
        <source>Put it on the scale, then F10.</source>
        <translation>Laita se vaa&apos;alle, sitten F10.</translation>
    </message>
    <message>
        <source>Weigh a heap, then scan its container.</source>
        <translation>Punnitse kasa ja lue sen astia.</translation>
    </message>
    <message>
        <source>Weigh it, then scan its container.</source>
        <translation>Punnitse se ja lue sen astia.</translation>
    </message>
    <message>
        <source>Its memory is soldered in: it does not come out.</source>
        <translation>Muisti on juotettu kiinni: se ei irtoa.</translation>
    </message>
    <message>
        <source>Two of you destroy it together.</source>
        <translation>Kaksi tekijää tuhoaa sen yhdessä.</translation>
    </message>
    <message>
        <source>All of them are destroyed.</source>
        <translation>Kaikki on tuhottu.</translation>
    </message>
    <message>
        <source>All of them are out.</source>
        <translation>Kaikki ovat ulkona.</translation>
    </message>
    <message>
        <source>Found a disk? Weigh it, then F6.</source>
        <translation>Löytyikö levy? Punnitse se, sitten F6.</translation>
    </message>
    <message>
        <source>One of you found none. Another looks as well: F8.</source>
        <translation>Yksi katsoi: levyjä ei ole. Toinenkin katsoo: F8.</translation>
    </message>
    <message>
        <source>No disk at all? F8.</source>
        <translation>Eikö levyjä ole yhtään? Paina F8.</translation>
    </message>
    <message>
        <source>Weigh it, then scan its serial number.</source>
        <translation>Punnitse se ja lue sarjanumero.</translation>
    </message>
    <message>
        <source>Inside: {0}</source>
        <translation>Sisällä: {0}</translation>
    </message>
</context>
<context>
    <name>DismantlingPanel</name>
    <message>
        <source>Taking apart</source>
        <translation>Purku</translation>
    </message>
    <message>
        <source>STOP: battery</source>
        <translation>STOP: akku</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>paino</translation>
    </message>
    <message>
        <source>container</source>
        <translation>astia</translation>
    </message>
    <message>
        <source>battery first</source>
        <translation>akku ensin</translation>
    </message>
    <message>
        <source>weight first</source>
        <translation>paino ensin</translation>
    </message>
    <message>
        <source>device</source>
        <translation>laite</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>ei löydy</translation>
    </message>
    <message>
        <source>The disk goes to its own wiping</source>
        <translation>Levy menee omaan tyhjennykseen</translation>
    </message>
    <message>
        <source>Stick the label {0} on it.</source>
        <translation>Liimaa siihen tarra {0}.</translation>
    </message>
    <message>
        <source>The battery is in its box</source>
        <translation>Akku on laatikossa</translation>
    </message>
</context>
<context>
    <name>Endings</name>
    <message>
        <source>To a repairer outside</source>
        <translation>Korjaajalle muualle</translation>
    </message>
    <message>
        <source>It goes out</source>
        <translation>Se lähtee</translation>
    </message>
    <message>
        <source>Write the cost as 95,00.</source>
        <translation>Kirjoita hinta näin: 95,00.</translation>
    </message>
    <message>
        <source>It came back</source>
        <translation>Se tuli takaisin</translation>
    </message>
    <message>
        <source>It is here again</source>
        <translation>Se on taas täällä</translation>
    </message>
    <message>
        <source>Fixed, and no power supply goes with it</source>
        <translation>Korjattu, ja virtalähde ei kuulu laitteeseen</translation>
    </message>
    <message>
        <source>How does the work end?</source>
        <translation>Miten työ päättyy?</translation>
    </message>
    <message>
        <source>What prevents the repair?</source>
        <translation>Mikä estää korjauksen?</translation>
    </message>
    <message>
        <source>It is tested again in grading before it goes on.</source>
        <translation>Laite testataan uudestaan luokittelussa.</translation>
    </message>
    <message>
        <source>A supervisor decides where it goes.</source>
        <translation>Työnjohtaja päättää, minne laite menee.</translation>
    </message>
    <message>
        <source>It waits for repair again.</source>
        <translation>Laite odottaa taas korjausta.</translation>
    </message>
    <message>
        <source>End the work</source>
        <translation>Päätä työ</translation>
    </message>
</context>
<context>
    <name>Everywhere</name>
    <message>
        <source>A supervisor reads it. Your name was not kept.</source>
        <translation>Työnjohtaja lukee sen. Nimesi ei tallentunut.</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>Kiitos!</translation>
    </message>
</context>
<context>
    <name>EvidenceActions</name>
    <message>
        <source>Show the first</source>
        <translation>Näytä ensimmäinen</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Alkuperäinen</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>Katsottu</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Lue uudelleen</translation>
    </message>
    <message>
        <source>Tell the columns</source>
        <translation>Määritä sarakkeet</translation>
    </message>
    <message>
        <source>Does not count</source>
        <translation>Ei päde</translation>
    </message>
    <message>
        <source>Show the other</source>
        <translation>Näytä toinen</translation>
    </message>
    <message>
        <source>It is in {0}</source>
        <translation>Se on laitteessa {0}</translation>
    </message>
    <message>
        <source>Not ours</source>
        <translation>Ei meidän</translation>
    </message>
    <message>
        <source>Which disk?</source>
        <translation>Mikä levy?</translation>
    </message>
    <message>
        <source>Go to wiping</source>
        <translation>Siirry tyhjennykseen</translation>
    </message>
    <message>
        <source>Clock ran in local time</source>
        <translation>Kello kävi paikallista aikaa</translation>
    </message>
</context>
<context>
    <name>EvidenceAsks</name>
    <message>
        <source>Nothing here is certain. Read the serial number on the disk&apos;s label.</source>
        <translation>Mikään ei ole varmaa. Lue sarjanumero levyn tarrasta.</translation>
    </message>
    <message>
        <source>Which disk is this?</source>
        <translation>Mikä levy tämä on?</translation>
    </message>
    <message>
        <source>No recorded disk fits</source>
        <translation>Mikään kirjattu levy ei sovi</translation>
    </message>
    <message>
        <source>Where is the disk that this report is about?</source>
        <translation>Missä on levy, josta raportti kertoo?</translation>
    </message>
    <message>
        <source>In a device: add it there</source>
        <translation>Laitteessa: lisää se sinne</translation>
    </message>
    <message>
        <source>It is not ours</source>
        <translation>Se ei ole meidän</translation>
    </message>
    <message>
        <source>The file was changed by hand</source>
        <translation>Tiedostoa on muutettu käsin</translation>
    </message>
    <message>
        <source>It is about another disk</source>
        <translation>Se on toisesta levystä</translation>
    </message>
    <message>
        <source>It was only a trial</source>
        <translation>Se oli vain koe</translation>
    </message>
    <message>
        <source>Why does this report not count?</source>
        <translation>Miksi raportti ei päde?</translation>
    </message>
    <message>
        <source>It stays in the records, with who decided it.</source>
        <translation>Se jää tietoihin, samoin se, kuka päätti.</translation>
    </message>
    <message>
        <source>It is our wiping stick</source>
        <translation>Se on tyhjennystikku</translation>
    </message>
    <message>
        <source>It belongs to the bench</source>
        <translation>Se kuuluu työpisteeseen</translation>
    </message>
    <message>
        <source>It was in another machine</source>
        <translation>Se oli toisessa koneessa</translation>
    </message>
    <message>
        <source>Whose disk is it?</source>
        <translation>Kenen levy se on?</translation>
    </message>
    <message>
        <source>The disk is taken off the device.</source>
        <translation>Levy poistetaan laitteen tiedoista.</translation>
    </message>
    <message>
        <source>Did the computer&apos;s clock run in local time?</source>
        <translation>Kävikö koneen kello paikallista aikaa?</translation>
    </message>
    <message>
        <source>The note stays beside the report. It cannot be undone.</source>
        <translation>Huomautus jää raportin viereen. Sitä ei voi perua.</translation>
    </message>
    <message>
        <source>Yes, note it</source>
        <translation>Kyllä, kirjaa se</translation>
    </message>
    <message>
        <source>Now: {0}</source>
        <translation>Nyt: {0}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ei mitään</translation>
    </message>
    <message>
        <source>Where do reports come by themselves?</source>
        <translation>Mistä raportteja seurataan?</translation>
    </message>
    <message>
        <source>A folder</source>
        <translation>Kansiosta</translation>
    </message>
    <message>
        <source>Nowhere</source>
        <translation>Ei mistään</translation>
    </message>
    <message>
        <source>On sticks that are plugged in</source>
        <translation>Tikuista, jotka ovat koneessa</translation>
    </message>
    <message>
        <source>Folder into which reports come</source>
        <translation>Kansio, johon raportit tulevat</translation>
    </message>
</context>
<context>
    <name>EvidenceFile</name>
    <message>
        <source>Another report says the opposite: {0}</source>
        <translation>Toinen raportti sanoo päinvastaista: {0}</translation>
    </message>
    <message>
        <source>Other reports say the opposite: {0}</source>
        <translation>Muut raportit sanovat päinvastoin: {0}</translation>
    </message>
    <message>
        <source>Does not count</source>
        <translation>Ei päde</translation>
    </message>
    <message>
        <source>Nobody has recorded this disk in {0}</source>
        <translation>Tätä levyä ei ole kirjattu laitteeseen {0}</translation>
    </message>
    <message>
        <source>Nobody knows which disk this is</source>
        <translation>Kukaan ei tiedä, mikä levy tämä on</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Tulos</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Sarjanumero</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Menetelmä</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Virheitä</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Alkoi</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Päättyi</translation>
    </message>
</context>
<context>
    <name>EvidencePanel</name>
    <message>
        <source>STOP: battery</source>
        <translation>STOP: akku</translation>
    </message>
    <message>
        <source>Bring in reports</source>
        <translation>Tuo raportit</translation>
    </message>
    <message numerus="yes">
        <source>Bring in %n new</source>
        <translation>
            <numerusform>Tuo %n uusi</numerusform>
            <numerusform>Tuo %n uutta</numerusform>
        </translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Seuraa</translation>
    </message>
    <message>
        <source>Folder for the copy</source>
        <translation>Kansio kopiolle</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>ei löytynyt</translation>
    </message>
    <message>
        <source>No device has this code</source>
        <translation>Millään laitteella ei ole tätä koodia</translation>
    </message>
    <message>
        <source>The file was read</source>
        <translation>Tiedosto luettiin</translation>
    </message>
    <message>
        <source>Marked as looked at</source>
        <translation>Merkitty katsotuksi</translation>
    </message>
    <message>
        <source>The note is recorded. The log stays as it is.</source>
        <translation>Huomautus on kirjattu. Loki pysyy ennallaan.</translation>
    </message>
    <message>
        <source>The disk belongs to the device</source>
        <translation>Levy kuuluu laitteeseen</translation>
    </message>
    <message>
        <source>The disk is not ours</source>
        <translation>Levy ei ole meidän</translation>
    </message>
    <message>
        <source>The report counts for this disk</source>
        <translation>Raportti lasketaan tälle levylle</translation>
    </message>
    <message>
        <source>The report does not count</source>
        <translation>Raportti ei päde</translation>
    </message>
    <message>
        <source>The copy is saved</source>
        <translation>Kopio on tallennettu</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yritä uudelleen</translation>
    </message>
    <message numerus="yes">
        <source>%n new reports have come</source>
        <translation>
            <numerusform>%n uusi raportti on tullut</numerusform>
            <numerusform>%n uutta raporttia on tullut</numerusform>
        </translation>
    </message>
    <message>
        <source>F6 brings them in.</source>
        <translation>F6 tuo ne.</translation>
    </message>
</context>
<context>
    <name>EvidenceSide</name>
    <message>
        <source>Choose a medium, or scan a device or a medium.</source>
        <translation>Valitse tallennusväline, tai lue laite tai väline.</translation>
    </message>
    <message>
        <source>This is how to go on</source>
        <translation>Näin pääset eteenpäin</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Näyttö</translation>
    </message>
    <message>
        <source>Other runs of this medium</source>
        <translation>Saman välineen muut ajot</translation>
    </message>
</context>
<context>
    <name>FeedbackCard</name>
    <message>
        <source>How is this screen?</source>
        <translation>Millainen tämä näyttö on?</translation>
    </message>
    <message>
        <source>Nobody sees who you are.</source>
        <translation>Kukaan ei näe, kuka olet.</translation>
    </message>
    <message>
        <source>Say more, if you like</source>
        <translation>Kerro lisää, jos haluat</translation>
    </message>
    <message>
        <source>Do not write anybody&apos;s name.</source>
        <translation>Älä kirjoita kenenkään nimeä.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Lähetä</translation>
    </message>
    <message>
        <source>Choose a picture first.</source>
        <translation>Valitse ensin kuva.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Keskeytä</translation>
    </message>
</context>
<context>
    <name>FeedbackList</name>
    <message>
        <source>Feedback</source>
        <translation>Palaute</translation>
    </message>
    <message>
        <source>new</source>
        <translation>uusi</translation>
    </message>
    <message>
        <source>Nobody has said anything yet.</source>
        <translation>Kukaan ei ole vielä sanonut mitään.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sulje</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Merkitse luetuksi</translation>
    </message>
</context>
<context>
    <name>FigureField</name>
    <message>
        <source>{0}. May be left out.</source>
        <translation>{0}. Voi jättää pois.</translation>
    </message>
    <message>
        <source>no figure</source>
        <translation>ei ole luku</translation>
    </message>
    <message>
        <source>good</source>
        <translation>hyvä</translation>
    </message>
    <message>
        <source>too low</source>
        <translation>liian pieni</translation>
    </message>
    <message>
        <source>too high</source>
        <translation>liian suuri</translation>
    </message>
</context>
<context>
    <name>FileNumbers</name>
    <message numerus="yes">
        <source>%n files read</source>
        <translation>
            <numerusform>%n tiedosto luettu</numerusform>
            <numerusform>%n tiedostoa luettu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in order</source>
        <translation>
            <numerusform>%n kunnossa</numerusform>
            <numerusform>%n kunnossa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need a supervisor</source>
        <translation>
            <numerusform>%n tarvitsee työnjohtajaa</numerusform>
            <numerusform>%n tarvitsee työnjohtajaa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known already</source>
        <translation>
            <numerusform>%n tuli jo aiemmin</numerusform>
            <numerusform>%n tuli jo aiemmin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other files</source>
        <translation>
            <numerusform>%n muu tiedosto</numerusform>
            <numerusform>%n muuta tiedostoa</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileSide</name>
    <message>
        <source>What the file tells</source>
        <translation>Mitä tiedosto kertoo</translation>
    </message>
    <message>
        <source>What it tells and what to do stands here.</source>
        <translation>Tässä näkyy, mitä se kertoo ja mitä tehdään.</translation>
    </message>
    <message>
        <source>No file is chosen</source>
        <translation>Tiedostoa ei ole valittu</translation>
    </message>
    <message>
        <source>The same in {0}</source>
        <translation>Sama tiedostossa {0}</translation>
    </message>
    <message>
        <source>Otherwise in {0}</source>
        <translation>Eri tavalla tiedostossa {0}</translation>
    </message>
    <message>
        <source>Attached: {0}</source>
        <translation>Liitteenä: {0}</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Näytä se</translation>
    </message>
</context>
<context>
    <name>FilesCard</name>
    <message>
        <source>Evidence</source>
        <translation>Todisteet</translation>
    </message>
    <message>
        <source>Where they stand</source>
        <translation>Missä ne ovat</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tiedosto</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Levy</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Laite</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tilanne</translation>
    </message>
    <message>
        <source>Bring in the wiping stick</source>
        <translation>Pane tyhjennystikku koneeseen</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Tässä ei ole mitään</translation>
    </message>
    <message>
        <source>Every report on it gets its place here.</source>
        <translation>Jokainen tikun raportti saa paikkansa tähän.</translation>
    </message>
    <message>
        <source>No file stands here now.</source>
        <translation>Täällä ei ole nyt yhtään tiedostoa.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Odottaa</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Kaikki</translation>
    </message>
    <message>
        <source>A stick with reports goes into the computer</source>
        <translation>Raporttitikku pannaan koneeseen</translation>
    </message>
</context>
<context>
    <name>FinishPage</name>
    <message>
        <source>The workshop is ready</source>
        <translation>Paja on valmis</translation>
    </message>
    <message>
        <source>Two things are left. Both can also be done later.</source>
        <translation>Kaksi asiaa on jäljellä. Molemmat voi tehdä myös myöhemmin.</translation>
    </message>
    <message>
        <source>Print the badges and cut them. Without a badge nobody comes in.</source>
        <translation>Tulosta kortit ja leikkaa ne. Ilman korttia kukaan ei pääse sisään.</translation>
    </message>
    <message>
        <source>1. Badges</source>
        <translation>1. Kortit</translation>
    </message>
    <message>
        <source>Badges as PDF</source>
        <translation>Kortit PDF:nä</translation>
    </message>
    <message>
        <source>The key seals certificates. Choose a long passphrase of several words and keep it on paper in a safe: it cannot be asked for again.</source>
        <translation>Avain leimaa todistukset. Valitse pitkä tunnuslause, monta sanaa. Säilytä se paperilla kassakaapissa: sitä ei voi kysyä uudelleen.</translation>
    </message>
    <message>
        <source>2. Key of the seal</source>
        <translation>2. Leiman avain</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Tunnuslause</translation>
    </message>
    <message>
        <source>Long: several words</source>
        <translation>Pitkä: monta sanaa</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>Tunnuslause uudelleen</translation>
    </message>
    <message>
        <source>Ready: {0}</source>
        <translation>Valmis: {0}</translation>
    </message>
    <message>
        <source>Made: {0}</source>
        <translation>Tehty: {0}</translation>
    </message>
    <message>
        <source>Make the key</source>
        <translation>Tee avain</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Ne eivät ole samat.</translation>
    </message>
</context>
<context>
    <name>FirstFace</name>
    <message>
        <source>Opening…</source>
        <translation>Avataan…</translation>
    </message>
</context>
<context>
    <name>FirstPage</name>
    <message>
        <source>Who is the first supervisor?</source>
        <translation>Kuka on ensimmäinen työnjohtaja?</translation>
    </message>
    <message>
        <source>A supervisor approves wipes and signs certificates. Badge and PIN.</source>
        <translation>Työnjohtaja hyväksyy tyhjennykset ja antaa todistukset. Hänellä on kortti ja PIN.</translation>
    </message>
    <message>
        <source>Grading</source>
        <translation>Kuntoluokittelu</translation>
    </message>
    <message>
        <source>A scanner reads a label</source>
        <translation>Lukija lukee tarran</translation>
    </message>
    <message>
        <source>Scan the device&apos;s label</source>
        <translation>Lue laitteen tarra</translation>
    </message>
</context>
<context>
    <name>FlashPage</name>
    <message>
        <source>What has the city decided about SSDs?</source>
        <translation>Mitä kaupunki on päättänyt SSD-levyistä?</translation>
    </message>
    <message>
        <source>Overwriting an SSD does not reach its spare areas. The city decides whether that is enough for ordinary data.</source>
        <translation>Ylikirjoitus ei ulotu SSD-levyn vara-alueille. Kaupunki päättää, riittääkö se tavanomaisille tiedoille.</translation>
    </message>
    <message>
        <source>Not decided yet</source>
        <translation>Ei vielä päätetty</translation>
    </message>
    <message>
        <source>Strict: SSDs are purged</source>
        <translation>Tiukka: SSD-levyt vahvalla tasolla</translation>
    </message>
    <message>
        <source>Overwriting is enough: ordinary data</source>
        <translation>Ylikirjoitus riittää: tavanomaiset tiedot</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Päätös</translation>
    </message>
    <message>
        <source>The strict rule holds until the city decides. It can be changed later.</source>
        <translation>Tiukka sääntö on voimassa, kunnes kaupunki päättää. Sen voi muuttaa myöhemmin.</translation>
    </message>
    <message>
        <source>Until then</source>
        <translation>Siihen asti</translation>
    </message>
    <message>
        <source>Reference of the decision</source>
        <translation>Päätöksen tunnus</translation>
    </message>
    <message>
        <source>For example: HEL 2026-004711</source>
        <translation>Esimerkiksi: HEL 2026-004711</translation>
    </message>
    <message>
        <source>Day of the decision</source>
        <translation>Päätöksen päivä</translation>
    </message>
    <message>
        <source>For example: 21.11.2026</source>
        <translation>Esimerkiksi: 21.11.2026</translation>
    </message>
    <message>
        <source>Write the reference.</source>
        <translation>Kirjoita tunnus.</translation>
    </message>
    <message>
        <source>Write the day as 21.11.2026.</source>
        <translation>Kirjoita päivä näin: 21.11.2026.</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Feedback Ctrl+P</source>
        <translation>Palaute Ctrl+P</translation>
    </message>
    <message>
        <source>F1 Help</source>
        <translation>F1 Ohje</translation>
    </message>
    <message>
        <source>Everything is in order</source>
        <translation>Kaikki on kunnossa</translation>
    </message>
</context>
<context>
    <name>FootWords</name>
    <message>
        <source>Database in order</source>
        <translation>Tietokanta kunnossa</translation>
    </message>
    <message>
        <source>Database is damaged</source>
        <translation>Tietokanta on vaurioitunut</translation>
    </message>
    <message>
        <source>Label printer ready</source>
        <translation>Tarratulostin valmis</translation>
    </message>
    <message numerus="yes">
        <source>%n labels wait for the printer</source>
        <translation>
            <numerusform>%n tarra odottaa tulostinta</numerusform>
            <numerusform>%n tarraa odottaa tulostinta</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n labels to print</source>
        <translation>
            <numerusform>%n tarra tulostettavana</numerusform>
            <numerusform>%n tarraa tulostettavana</numerusform>
        </translation>
    </message>
    <message>
        <source>Backup in order</source>
        <translation>Varmuuskopio kunnossa</translation>
    </message>
    <message>
        <source>No backups are made</source>
        <translation>Varmuuskopioita ei tehdä</translation>
    </message>
    <message>
        <source>Backup is late</source>
        <translation>Varmuuskopio myöhässä</translation>
    </message>
</context>
<context>
    <name>FormCard</name>
    <message>
        <source>Cancel</source>
        <translation>Keskeytä</translation>
    </message>
</context>
<context>
    <name>FoundForm</name>
    <message>
        <source>Hold the device in your hand before you record it.</source>
        <translation>Pidä laitetta kädessä, ennen kuin kirjaat sen.</translation>
    </message>
    <message>
        <source>A second supervisor confirms. Then it is wiped anew.</source>
        <translation>Toinen työnjohtaja vahvistaa. Sitten laite tyhjennetään uudelleen.</translation>
    </message>
    <message>
        <source>Where is it now?</source>
        <translation>Missä se on nyt?</translation>
    </message>
    <message>
        <source>Scan the shelf&apos;s label.</source>
        <translation>Lue hyllyn tarra.</translation>
    </message>
    <message>
        <source>What came out?</source>
        <translation>Mitä selvisi?</translation>
    </message>
    <message>
        <source>It was found</source>
        <translation>Löytyi</translation>
    </message>
    <message>
        <source>That is no place. Scan the shelf&apos;s label.</source>
        <translation>Tämä ei ole paikka. Lue hyllyn tarra.</translation>
    </message>
</context>
<context>
    <name>GateRow</name>
    <message>
        <source>holds</source>
        <translation>kunnossa</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>puuttuu</translation>
    </message>
    <message>
        <source>please note</source>
        <translation>huomaa</translation>
    </message>
</context>
<context>
    <name>GatesSide</name>
    <message>
        <source>May it be handed over?</source>
        <translation>Saako luovuttaa?</translation>
    </message>
    <message>
        <source>This is how</source>
        <translation>Näin luovutat</translation>
    </message>
</context>
<context>
    <name>GradeSide</name>
    <message>
        <source>Grade</source>
        <translation>Kuntoluokka</translation>
    </message>
    <message>
        <source>Everything is answered.</source>
        <translation>Kaikkiin kohtiin on vastattu.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Kesken</translation>
    </message>
    <message>
        <source>The grade comes when everything mandatory is answered.</source>
        <translation>Luokka tulee, kun kaikki pakolliset on vastattu.</translation>
    </message>
</context>
<context>
    <name>GradedPage</name>
    <message>
        <source>Grading</source>
        <translation>Kuntoluokittelu</translation>
    </message>
    <message>
        <source>Grade {0}</source>
        <translation>Kuntoluokka {0}</translation>
    </message>
    <message>
        <source>Decided: {0}. {1}</source>
        <translation>Päätös: {0}. {1}</translation>
    </message>
    <message>
        <source>Because:</source>
        <translation>Koska:</translation>
    </message>
</context>
<context>
    <name>Grading</name>
    <message>
        <source>Not yet</source>
        <translation>Ei vielä</translation>
    </message>
    <message>
        <source>{0} · from the records</source>
        <translation>{0} · tiedoista</translation>
    </message>
    <message>
        <source>Marks in {0} parts</source>
        <translation>Jälkiä {0} osassa</translation>
    </message>
    <message>
        <source>No marks</source>
        <translation>Ei jälkiä</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>aloitettu</translation>
    </message>
    <message>
        <source>Put the device on the shelf.</source>
        <translation>Vie laite hyllyyn.</translation>
    </message>
    <message>
        <source>Take the device to the repair shelf.</source>
        <translation>Vie laite korjaushyllyyn.</translation>
    </message>
    <message>
        <source>Take the device to the dismantling shelf.</source>
        <translation>Vie laite purkuhyllyyn.</translation>
    </message>
    <message>
        <source>Decide where it goes.</source>
        <translation>Päätä, minne laite menee.</translation>
    </message>
    <message>
        <source>Set it aside. A supervisor decides.</source>
        <translation>Siirrä laite sivuun. Työnjohtaja päättää.</translation>
    </message>
    <message>
        <source>Stick the new label on. A supervisor decides.</source>
        <translation>Liimaa uusi tarra. Työnjohtaja päättää.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Takaisin</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Myöhemmin</translation>
    </message>
    <message>
        <source>To the queue</source>
        <translation>Jonoon</translation>
    </message>
    <message>
        <source>Decide now</source>
        <translation>Päätä heti</translation>
    </message>
    <message>
        <source>STOP: battery</source>
        <translation>STOP: akku</translation>
    </message>
    <message>
        <source>Everything is answered</source>
        <translation>Kaikkiin kohtiin on vastattu</translation>
    </message>
    <message>
        <source>Save, and see the grade.</source>
        <translation>Tallenna. Näet kuntoluokan.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Tallenna</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Kyllä</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Ei</translation>
    </message>
    <message>
        <source>Can not be tested</source>
        <translation>Ei voi testata</translation>
    </message>
    <message>
        <source>Not fitted</source>
        <translation>Laitteessa ei ole</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Kirjoita</translation>
    </message>
    <message>
        <source>No marks anywhere</source>
        <translation>Ei jälkiä missään</translation>
    </message>
    <message>
        <source>The others are clean</source>
        <translation>Muut ovat siistejä</translation>
    </message>
    <message>
        <source>{0}: marks</source>
        <translation>{0}: jälkiä</translation>
    </message>
    <message>
        <source>Is there a mark? Choose the part.</source>
        <translation>Onko jälki? Valitse osa.</translation>
    </message>
    <message>
        <source>No marks here</source>
        <translation>Tässä ei ole jälkiä</translation>
    </message>
    <message>
        <source>Answered: {0}</source>
        <translation>Vastattu: {0}</translation>
    </message>
    <message>
        <source>{0} · locked: take it to quarantine</source>
        <translation>{0} · lukossa: vie karanteeniin</translation>
    </message>
    <message>
        <source>{0} · the new label is in the queue</source>
        <translation>{0} · uusi tarra on jonossa</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Peruutettu</translation>
    </message>
    <message>
        <source>The grading is open again</source>
        <translation>Luokittelu on taas kesken</translation>
    </message>
    <message>
        <source>The label is in the queue</source>
        <translation>Tarra on jonossa</translation>
    </message>
    <message>
        <source>Grade {0}</source>
        <translation>Kuntoluokka {0}</translation>
    </message>
</context>
<context>
    <name>GradingPanel</name>
    <message>
        <source>Looking what waits…</source>
        <translation>Katsotaan, mitä odottaa…</translation>
    </message>
    <message>
        <source>place</source>
        <translation>paikka</translation>
    </message>
    <message numerus="yes">
        <source>%n checks</source>
        <translation>
            <numerusform>%n kohta</numerusform>
            <numerusform>%n kohtaa</numerusform>
        </translation>
    </message>
    <message>
        <source>STOP: battery</source>
        <translation>STOP: akku</translation>
    </message>
    <message>
        <source>device</source>
        <translation>laite</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>ei löydy</translation>
    </message>
    <message>
        <source>Nothing waits for grading.</source>
        <translation>Mitään ei odota luokittelua.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Peruuta</translation>
    </message>
    <message>
        <source>To the queue</source>
        <translation>Jonoon</translation>
    </message>
    <message numerus="yes">
        <source>%n devices wait for grading.</source>
        <translation>
            <numerusform>%n laite odottaa luokittelua.</numerusform>
            <numerusform>%n laitetta odottaa luokittelua.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoverActions</name>
    <message>
        <source>Open {0}</source>
        <translation>Avaa {0}</translation>
    </message>
    <message>
        <source>Change the terms</source>
        <translation>Muuta ehtoja</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Tarvike</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Alennus</translation>
    </message>
    <message>
        <source>Remove the line</source>
        <translation>Poista rivi</translation>
    </message>
    <message>
        <source>Scan the first device.</source>
        <translation>Lue ensimmäinen laite.</translation>
    </message>
    <message>
        <source>See at the right what is missing.</source>
        <translation>Katso oikealta, mitä puuttuu.</translation>
    </message>
    <message>
        <source>Hand over and print the receipt</source>
        <translation>Luovuta ja tulosta kuitti</translation>
    </message>
    <message>
        <source>Hand over and print the papers</source>
        <translation>Luovuta ja tulosta paperit</translation>
    </message>
    <message>
        <source>Leave for later</source>
        <translation>Jätä kesken</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Peruuta</translation>
    </message>
    <message>
        <source>Other way to pay</source>
        <translation>Vaihda maksutapa</translation>
    </message>
    <message>
        <source>Next customer</source>
        <translation>Seuraava asiakas</translation>
    </message>
    <message>
        <source>Print all papers</source>
        <translation>Tulosta kaikki</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Avaa</translation>
    </message>
</context>
<context>
    <name>HandoverCounts</name>
    <message numerus="yes">
        <source>%n devices</source>
        <translation>
            <numerusform>%n laite</numerusform>
            <numerusform>%n laitetta</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n vuosi</numerusform>
            <numerusform>%n vuotta</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n labels are still to be scanned</source>
        <translation>
            <numerusform>%n tarra lukematta</numerusform>
            <numerusform>%n tarraa lukematta</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things are missing</source>
        <translation>
            <numerusform>%n asia puuttuu</numerusform>
            <numerusform>%n asiaa puuttuu</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoverForms</name>
    <message>
        <source>e.g. {0}</source>
        <translation>esim. {0}</translation>
    </message>
    <message>
        <source>Write the day like 30.11.2026.</source>
        <translation>Kirjoita päivä näin: 30.11.2026.</translation>
    </message>
    <message>
        <source>Write the sum like 150,00.</source>
        <translation>Kirjoita summa näin: 150,00.</translation>
    </message>
    <message>
        <source>The whole basket</source>
        <translation>Koko kori</translation>
    </message>
    <message>
        <source>10 % or 5,00 €. Zero takes it back. At most {0} %.</source>
        <translation>10 % tai 5,00 €. Nolla poistaa alennuksen. Enintään {0} %.</translation>
    </message>
    <message>
        <source>It stays in the records and is on no paper.</source>
        <translation>Jää kirjanpitoon, ei näy papereissa.</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Alennus</translation>
    </message>
    <message>
        <source>From what?</source>
        <translation>Mistä?</translation>
    </message>
    <message>
        <source>How much?</source>
        <translation>Kuinka paljon?</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Miksi?</translation>
    </message>
    <message>
        <source>Give the discount</source>
        <translation>Anna alennus</translation>
    </message>
    <message>
        <source>Which article?</source>
        <translation>Mikä tarvike?</translation>
    </message>
    <message>
        <source>The price list has no articles.</source>
        <translation>Hinnastossa ei ole tarvikkeita.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Peruuta</translation>
    </message>
</context>
<context>
    <name>HandoverList</name>
    <message>
        <source>What is shown</source>
        <translation>Mitä näytetään</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>Luovutus</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Mitä</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Laitteet</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Milloin</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Yhteensä</translation>
    </message>
    <message>
        <source>Handovers</source>
        <translation>Luovutukset</translation>
    </message>
    <message>
        <source>No handover yet</source>
        <translation>Ei vielä luovutuksia</translation>
    </message>
    <message>
        <source>Choose above who gets the device. Then scan it.</source>
        <translation>Valitse yltä, kuka saa laitteen. Lue sitten laite.</translation>
    </message>
    <message>
        <source>Devices that can go stand on the shelf, graded and with certificate.</source>
        <translation>Luovutettavat laitteet ovat hyllyssä: luokiteltuina ja todistus annettuna.</translation>
    </message>
    <message>
        <source>Half done</source>
        <translation>Kesken</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>Viimeisimmät</translation>
    </message>
</context>
<context>
    <name>HandoverPanel</name>
    <message>
        <source>A supervisor hands devices over. Ask one to come.</source>
        <translation>Työnjohtaja luovuttaa laitteet. Pyydä hänet paikalle.</translation>
    </message>
    <message>
        <source>You do not hand devices over</source>
        <translation>Sinä et luovuta laitteita</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>Luovutus</translation>
    </message>
    <message>
        <source>Fetching the handovers…</source>
        <translation>Haetaan luovutuksia…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yritä uudelleen</translation>
    </message>
    <message>
        <source>{0} is cancelled</source>
        <translation>{0} on peruttu</translation>
    </message>
    <message>
        <source>Nothing was handed over.</source>
        <translation>Mitään ei luovutettu.</translation>
    </message>
</context>
<context>
    <name>HandoverSide</name>
    <message>
        <source>Choose who gets the device.</source>
        <translation>Valitse, kuka saa laitteen.</translation>
    </message>
    <message>
        <source>Scan each device&apos;s label.</source>
        <translation>Lue jokaisen laitteen tarra.</translation>
    </message>
    <message>
        <source>See what must hold.</source>
        <translation>Katso, saako luovuttaa.</translation>
    </message>
    <message>
        <source>F10 hands over and prints the papers.</source>
        <translation>F10 luovuttaa ja tulostaa paperit.</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Paperit</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Tulosta</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Avaa</translation>
    </message>
</context>
<context>
    <name>HandoverWords</name>
    <message>
        <source>Social services pay.</source>
        <translation>Sosiaalipalvelut maksavat.</translation>
    </message>
    <message>
        <source>Many devices, one delivery note.</source>
        <translation>Monta laitetta, yksi lähete.</translation>
    </message>
    <message>
        <source>To a library or another place.</source>
        <translation>Kirjastoon tai muuhun paikkaan.</translation>
    </message>
    <message>
        <source>Anybody buys at the list price.</source>
        <translation>Kuka vain ostaa hinnastosta.</translation>
    </message>
    <message>
        <source>I have seen the course certificate (nothing of it is kept)</source>
        <translation>Kurssitodistus nähty (tietoja ei tallenneta)</translation>
    </message>
    <message>
        <source>Commitment and identity seen (nothing of it is kept)</source>
        <translation>Maksusitoumus ja henkilöllisyys nähty (tietoja ei tallenneta)</translation>
    </message>
    <message>
        <source>Course done: one device for 1,00 €.</source>
        <translation>Kurssin käynyt: yksi laite, 1,00 €.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ei</translation>
    </message>
    <message>
        <source>{0} months</source>
        <translation>{0} kk</translation>
    </message>
    <message>
        <source>scan it</source>
        <translation>lue tarra</translation>
    </message>
    <message>
        <source>scanned</source>
        <translation>luettu</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Alennus</translation>
    </message>
    <message>
        <source>contains VAT {0} %</source>
        <translation>sisältää alv {0} %</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>Pyöristys</translation>
    </message>
    <message>
        <source>To give back</source>
        <translation>Annetaan takaisin</translation>
    </message>
    <message>
        <source>Left of the commitment</source>
        <translation>Sitoumuksesta jää</translation>
    </message>
    <message>
        <source>at most {0}</source>
        <translation>enintään {0}</translation>
    </message>
    <message>
        <source>until {0}</source>
        <translation>{0} asti</translation>
    </message>
    <message>
        <source>next service {0}</source>
        <translation>seuraava huolto {0}</translation>
    </message>
    <message>
        <source>{0} of {1} devices may leave</source>
        <translation>Laitteista {0}/{1} saa lähteä</translation>
    </message>
    <message>
        <source>Scan the label on: {0}</source>
        <translation>Lue tarra laitteista: {0}</translation>
    </message>
    <message>
        <source>{0} is not in the basket</source>
        <translation>{0} ei ole korissa</translation>
    </message>
    <message>
        <source>May be handed over</source>
        <translation>Voidaan luovuttaa</translation>
    </message>
    <message>
        <source>empty basket</source>
        <translation>tyhjä kori</translation>
    </message>
    <message>
        <source>{0} is handed over</source>
        <translation>{0} on luovutettu</translation>
    </message>
    <message>
        <source>Give back {0}</source>
        <translation>Anna takaisin {0}</translation>
    </message>
</context>
<context>
    <name>Hazard</name>
    <message>
        <source>Device {0}.</source>
        <translation>Laite {0}.</translation>
    </message>
    <message>
        <source>Take the battery out now</source>
        <translation>Ota akku nyt ulos</translation>
    </message>
    <message>
        <source>This device is not at work here. The stop holds.</source>
        <translation>Tätä laitetta ei voi nimetä. Pysäytys on voimassa.</translation>
    </message>
    <message>
        <source>Choose how it ended.</source>
        <translation>Valitse, miten asia päättyi.</translation>
    </message>
    <message>
        <source>The stop has ended</source>
        <translation>Pysäytys on päättynyt</translation>
    </message>
    <message>
        <source>Write what was done.</source>
        <translation>Kirjoita, mitä tehtiin.</translation>
    </message>
</context>
<context>
    <name>HeldSide</name>
    <message>
        <source>Scan a device, or choose a row.</source>
        <translation>Lue laite tai valitse rivi.</translation>
    </message>
    <message>
        <source>The chosen device</source>
        <translation>Valittu laite</translation>
    </message>
</context>
<context>
    <name>HelpCard</name>
    <message>
        <source>Help</source>
        <translation>Ohje</translation>
    </message>
    <message>
        <source>In the list; Home and End to its ends</source>
        <translation>Luettelossa; Home ja End sen päihin</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>Alkuun</translation>
    </message>
    <message>
        <source>To the next station</source>
        <translation>Seuraavalle asemalle</translation>
    </message>
    <message>
        <source>To a place of the list at the left</source>
        <translation>Vasemman luettelon paikkaan</translation>
    </message>
    <message>
        <source>The same from the tenth on</source>
        <translation>Samoin kymmenennestä alkaen</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Etsi kaikesta</translation>
    </message>
    <message>
        <source>Say how this screen is</source>
        <translation>Kerro, millainen näyttö on</translation>
    </message>
    <message>
        <source>Check the scanner</source>
        <translation>Tarkista lukija</translation>
    </message>
    <message>
        <source>Lock the desk</source>
        <translation>Lukitse työpiste</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Suurempi</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Pienempi</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Tapahtumaketju</translation>
    </message>
    <message>
        <source>STOP: scan the card, or press F4</source>
        <translation>STOP: lue kortti tai paina F4</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sulje</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>Nothing waits now.</source>
        <translation>Nyt ei odota mitään.</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>odottaa</translation>
    </message>
    <message>
        <source>lots are open</source>
        <translation>erää on auki</translation>
    </message>
    <message>
        <source>wait. Begin here: {0}</source>
        <translation>odottaa. Aloita: {0}</translation>
    </message>
    <message>
        <source>next {0}</source>
        <translation>seuraava {0}</translation>
    </message>
    <message>
        <source>oldest {0}</source>
        <translation>vanhin {0}</translation>
    </message>
    <message>
        <source>since {0}</source>
        <translation>{0} alkaen</translation>
    </message>
</context>
<context>
    <name>HomePanel</name>
    <message>
        <source>Read the feedback</source>
        <translation>Lue palautteet</translation>
    </message>
    <message>
        <source>Battery swollen? Press here.</source>
        <translation>Akku turvonnut? Paina tästä.</translation>
    </message>
    <message>
        <source>You can begin with these</source>
        <translation>Tästä voit aloittaa</translation>
    </message>
    <message>
        <source>What waits in the workshop</source>
        <translation>Mitä pajalla odottaa</translation>
    </message>
    <message>
        <source>From the door to the certificate</source>
        <translation>Ovelta todistukseen</translation>
    </message>
    <message>
        <source>From grading to handover</source>
        <translation>Luokittelusta luovutukseen</translation>
    </message>
</context>
<context>
    <name>HomeSide</name>
    <message>
        <source>Does not go on</source>
        <translation>Pysähtynyt</translation>
    </message>
    <message>
        <source>Waits for another approver</source>
        <translation>Odottaa toista hyväksyjää</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Palaute</translation>
    </message>
    <message>
        <source>Everything goes on.</source>
        <translation>Mikään ei ole pysähtynyt.</translation>
    </message>
    <message>
        <source>The shelf was not told.</source>
        <translation>Hyllyä ei ole kerrottu.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ja %n muu</numerusform>
            <numerusform>ja %n muuta</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n lukematon</numerusform>
            <numerusform>%n lukematonta</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is read</source>
        <translation>Kaikki on luettu</translation>
    </message>
    <message>
        <source>What people say of the screens.</source>
        <translation>Mitä näytöistä sanotaan.</translation>
    </message>
</context>
<context>
    <name>HowSide</name>
    <message>
        <source>How</source>
        <translation>Miten</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>ei tiedossa</translation>
    </message>
    <message>
        <source>Size of the pieces</source>
        <translation>Murskeen koko</translation>
    </message>
    <message>
        <source>Machine or place</source>
        <translation>Kone tai paikka</translation>
    </message>
    <message>
        <source>Pieces together (g)</source>
        <translation>Murske yhteensä (g)</translation>
    </message>
    <message>
        <source>All at once.</source>
        <translation>Kaikki kerralla.</translation>
    </message>
    <message>
        <source>H disks, E flash</source>
        <translation>H kiintolevyt, E flash</translation>
    </message>
    <message>
        <source>How it is done</source>
        <translation>Näin se tehdään</translation>
    </message>
    <message>
        <source>Photograph of the pieces</source>
        <translation>Kuva murskeesta</translation>
    </message>
    <message>
        <source>Scan the container&apos;s label</source>
        <translation>Lue astian tarra</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Astia</translation>
    </message>
</context>
<context>
    <name>ImageCard</name>
    <message>
        <source>Choose an image in the list.</source>
        <translation>Valitse levykuva luettelosta.</translation>
    </message>
    <message>
        <source>These models get it first</source>
        <translation>Nämä mallit saavat sen ensin</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Ei mikään.</translation>
    </message>
</context>
<context>
    <name>ImagesPage</name>
    <message>
        <source>Disk images</source>
        <translation>Levykuvat</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nimi</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Järjestelmä</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Lisätty</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tila</translation>
    </message>
    <message>
        <source>There is no image yet.</source>
        <translation>Levykuvia ei ole vielä.</translation>
    </message>
    <message>
        <source>Add the file that you install from: F2.</source>
        <translation>Lisää tiedosto, josta asennetaan: F2.</translation>
    </message>
</context>
<context>
    <name>ImportCard</name>
    <message>
        <source>That is no badge.</source>
        <translation>Se ei ole kortti.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Keskeytä</translation>
    </message>
    <message>
        <source>A badge with a barcode</source>
        <translation>Kortti, jossa on viivakoodi</translation>
    </message>
    <message>
        <source>Who did the wipes? Scan their badge.</source>
        <translation>Kuka teki tyhjennykset? Lue hänen korttinsa.</translation>
    </message>
    <message>
        <source>Who did a wipe may not approve it. Unknown wipes wait until somebody tells.</source>
        <translation>Tyhjennyksen tekijä ei saa hyväksyä sitä. Jos tekijää ei tiedetä, tyhjennys odottaa.</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Ei tiedossa</translation>
    </message>
    <message>
        <source>Bring in reports</source>
        <translation>Tuo raportit</translation>
    </message>
    <message>
        <source>A stick with reports goes into the computer</source>
        <translation>Raporttitikku laitetaan koneeseen</translation>
    </message>
    <message>
        <source>Put in the wiping stick, or drop the files here.</source>
        <translation>Laita tyhjennystikku koneeseen tai pudota tiedostot tähän.</translation>
    </message>
    <message>
        <source>Reading the reports…</source>
        <translation>Luetaan raportteja…</translation>
    </message>
    <message>
        <source>Folder with reports</source>
        <translation>Raporttien kansio</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Raportit</translation>
    </message>
    <message>
        <source>Show the results</source>
        <translation>Näytä tulokset</translation>
    </message>
</context>
<context>
    <name>InspectPage</name>
    <message>
        <source>Grading</source>
        <translation>Kuntoluokittelu</translation>
    </message>
    <message>
        <source>Answered checks</source>
        <translation>Vastatut kohdat</translation>
    </message>
</context>
<context>
    <name>Installation</name>
    <message>
        <source>Installation</source>
        <translation>Asennus</translation>
    </message>
    <message>
        <source>The first machine brings the image of its model.</source>
        <translation>Ensimmäinen kone tuo mallinsa levykuvan.</translation>
    </message>
    <message>
        <source>No image chosen</source>
        <translation>Levykuvaa ei ole valittu</translation>
    </message>
    <message>
        <source>Choose it: F7.</source>
        <translation>Valitse se: F7.</translation>
    </message>
    <message>
        <source>Usually: {0}</source>
        <translation>Yleensä: {0}</translation>
    </message>
    <message>
        <source>Gets: {0}</source>
        <translation>Saa: {0}</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>pysäytetty</translation>
    </message>
    <message>
        <source>all well</source>
        <translation>kunnossa</translation>
    </message>
    <message>
        <source>tests {0}/{1}</source>
        <translation>testit {0}/{1}</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>ei testattu</translation>
    </message>
    <message>
        <source>Answered: {0}</source>
        <translation>Vastattu: {0}</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>käytössä</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>poistettu</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Järjestelmä</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versio</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tiedosto</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Lisätty</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>Poistettu käytöstä</translation>
    </message>
</context>
<context>
    <name>InstallationCounts</name>
    <message numerus="yes">
        <source>%n faults</source>
        <translation>
            <numerusform>%n vika</numerusform>
            <numerusform>%n vikaa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n machines</source>
        <translation>
            <numerusform>%n kone</numerusform>
            <numerusform>%n konetta</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %n machines?</source>
        <translation>
            <numerusform>Tallenna %n kone?</numerusform>
            <numerusform>Tallenna %n konetta?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All tests well: %n machines</source>
        <translation>
            <numerusform>Kaikki testit kunnossa: %n kone</numerusform>
            <numerusform>Kaikki testit kunnossa: %n konetta</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n installations saved</source>
        <translation>
            <numerusform>%n asennus tallennettu</numerusform>
            <numerusform>%n asennusta tallennettu</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InstallationPanel</name>
    <message>
        <source>place</source>
        <translation>paikka</translation>
    </message>
    <message>
        <source>STOP: battery</source>
        <translation>STOP: akku</translation>
    </message>
    <message>
        <source>Choose the image</source>
        <translation>Valitse levykuva</translation>
    </message>
    <message>
        <source>Disk images</source>
        <translation>Levykuvat</translation>
    </message>
    <message>
        <source>Undo the record</source>
        <translation>Peru kirjaus</translation>
    </message>
    <message>
        <source>All well: save</source>
        <translation>Kaikki kunnossa: tallenna</translation>
    </message>
    <message>
        <source>Well</source>
        <translation>Kunnossa</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>Vika</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>Ei voi testata</translation>
    </message>
    <message>
        <source>Not fitted</source>
        <translation>Ei ole</translation>
    </message>
    <message>
        <source>One back</source>
        <translation>Edellinen</translation>
    </message>
    <message>
        <source>The rest is well</source>
        <translation>Muut kunnossa</translation>
    </message>
    <message>
        <source>Back to the bench</source>
        <translation>Takaisin pöydälle</translation>
    </message>
    <message>
        <source>Another image</source>
        <translation>Toinen levykuva</translation>
    </message>
    <message>
        <source>Off the bench</source>
        <translation>Pois pöydältä</translation>
    </message>
    <message>
        <source>Add a file</source>
        <translation>Lisää tiedosto</translation>
    </message>
    <message>
        <source>Add by digest</source>
        <translation>Lisää tiivisteellä</translation>
    </message>
    <message>
        <source>For a model</source>
        <translation>Mallille</translation>
    </message>
    <message>
        <source>Out of use</source>
        <translation>Pois käytöstä</translation>
    </message>
    <message>
        <source>For the whole bench</source>
        <translation>Koko pöydälle</translation>
    </message>
    <message>
        <source>Only for {0}</source>
        <translation>Vain koneelle {0}</translation>
    </message>
    <message>
        <source>Choose the image first</source>
        <translation>Valitse ensin levykuva</translation>
    </message>
    <message>
        <source>Press F7.</source>
        <translation>Paina F7.</translation>
    </message>
    <message>
        <source>Nothing can be saved</source>
        <translation>Mitään ei voi tallentaa</translation>
    </message>
    <message>
        <source>Every machine is stopped.</source>
        <translation>Jokainen kone on pysäytetty.</translation>
    </message>
    <message>
        <source>Stay on the bench: {0}</source>
        <translation>Jäävät pöydälle: {0}</translation>
    </message>
    <message>
        <source>{0}: the test failed: {1}</source>
        <translation>{0}: testi ei onnistunut: {1}</translation>
    </message>
    <message>
        <source>A test failed: {0}. Take it to repair.</source>
        <translation>Testi ei onnistunut: {0}. Vie korjaukseen.</translation>
    </message>
    <message>
        <source>Take the machines to the shelf and scan its label.</source>
        <translation>Vie koneet hyllyyn ja lue hyllyn tarra.</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Peruttu</translation>
    </message>
</context>
<context>
    <name>IntakeActions</name>
    <message>
        <source>No barcode</source>
        <translation>Ei viivakoodia</translation>
    </message>
    <message>
        <source>Save and print</source>
        <translation>Tallenna ja tulosta</translation>
    </message>
    <message>
        <source>Other devices</source>
        <translation>Muita laitteita</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Samanlaisia</translation>
    </message>
    <message>
        <source>No serial number</source>
        <translation>Ei sarjanumeroa</translation>
    </message>
    <message>
        <source>Add disk</source>
        <translation>Lisää levy</translation>
    </message>
    <message>
        <source>Change lot</source>
        <translation>Vaihda erä</translation>
    </message>
    <message>
        <source>Close lot</source>
        <translation>Sulje erä</translation>
    </message>
    <message>
        <source>Count list rows</source>
        <translation>Laske luettelon rivit</translation>
    </message>
    <message>
        <source>Open a lot</source>
        <translation>Avaa erä</translation>
    </message>
    <message>
        <source>Choose an open lot</source>
        <translation>Valitse avoin erä</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Peruuta</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Muut</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Takaisin</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yritä uudelleen</translation>
    </message>
</context>
<context>
    <name>IntakeChips</name>
    <message>
        <source>Place</source>
        <translation>Paikka</translation>
    </message>
    <message>
        <source>Cage</source>
        <translation>Häkki</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Samanlaisia</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tyyppi</translation>
    </message>
</context>
<context>
    <name>IntakeMore</name>
    <message>
        <source>More</source>
        <translation>Muuta</translation>
    </message>
    <message>
        <source>What else?</source>
        <translation>Mitä muuta?</translation>
    </message>
    <message>
        <source>Devices that lack a serial</source>
        <translation>Laitteet, joista numero puuttuu</translation>
    </message>
    <message>
        <source>The label is damaged</source>
        <translation>Tarra on rikki</translation>
    </message>
    <message>
        <source>Label on the wrong device</source>
        <translation>Tarra väärässä laitteessa</translation>
    </message>
    <message>
        <source>Device type</source>
        <translation>Laitetyyppi</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Paikka</translation>
    </message>
    <message>
        <source>Cage</source>
        <translation>Häkki</translation>
    </message>
</context>
<context>
    <name>IntakePanel</name>
    <message>
        <source>Swollen battery? Scan the STOP card.</source>
        <translation>Akku turvonnut? Lue STOP-kortti.</translation>
    </message>
    <message>
        <source>STOP: battery</source>
        <translation>STOP: akku</translation>
    </message>
    <message>
        <source>Which lot?</source>
        <translation>Mikä erä?</translation>
    </message>
    <message>
        <source>No lot is open</source>
        <translation>Erää ei ole auki</translation>
    </message>
</context>
<context>
    <name>IntakePresenter</name>
    <message>
        <source>{0} · a new unit</source>
        <translation>{0} · uusi yksikkö</translation>
    </message>
    <message>
        <source>Lot {0} is announced</source>
        <translation>Erä {0} on ilmoitettu</translation>
    </message>
    <message>
        <source>Lot {0} is open</source>
        <translation>Erä {0} on auki</translation>
    </message>
    <message>
        <source>Lot {0} is closed</source>
        <translation>Erä {0} on suljettu</translation>
    </message>
    <message numerus="yes">
        <source>%n received</source>
        <translation>
            <numerusform>%n vastaanotettu</numerusform>
            <numerusform>%n vastaanotettu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n puuttuu</numerusform>
            <numerusform>%n puuttuu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not on the list</source>
        <translation>
            <numerusform>%n ei luettelossa</numerusform>
            <numerusform>%n ei luettelossa</numerusform>
        </translation>
    </message>
    <message>
        <source>Row {0}: {1} of {2}</source>
        <translation>Rivi {0}: {1} / {2}</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Laskettu</translation>
    </message>
</context>
<context>
    <name>IntakeWords</name>
    <message>
        <source>{device} received</source>
        <translation>{device} vastaanotettu</translation>
    </message>
    <message>
        <source>Not on the list: blue trolley</source>
        <translation>Ei luettelossa: sininen vaunu</translation>
    </message>
    <message>
        <source>Lot {lot} had missed it. Linked.</source>
        <translation>Puuttui erästä {lot}. Liitetty.</translation>
    </message>
    <message>
        <source>Has been here before: {previous}</source>
        <translation>On ollut täällä ennen: {previous}</translation>
    </message>
    <message>
        <source>The list says something else. Tell a supervisor.</source>
        <translation>Luettelossa on muuta. Kerro työnjohtajalle.</translation>
    </message>
    <message>
        <source>Is here already</source>
        <translation>On jo täällä</translation>
    </message>
    <message>
        <source>{device}: {place}</source>
        <translation>{device}: {place}</translation>
    </message>
    <message>
        <source>{device}, lot {lot}</source>
        <translation>{device}, erä {lot}</translation>
    </message>
    <message>
        <source>Found on the list</source>
        <translation>Löytyi luettelosta</translation>
    </message>
    <message>
        <source>Not on the list</source>
        <translation>Ei luettelossa</translation>
    </message>
    <message>
        <source>Blue trolley</source>
        <translation>Sininen vaunu</translation>
    </message>
    <message>
        <source>Blue trolley. Row {row} has a device already.</source>
        <translation>Sininen vaunu. Rivillä {row} on jo laite.</translation>
    </message>
    <message>
        <source>Has been here before</source>
        <translation>On ollut täällä ennen</translation>
    </message>
    <message>
        <source>Number read</source>
        <translation>Numero luettu</translation>
    </message>
    <message>
        <source>Choose the lot first</source>
        <translation>Valitse ensin erä</translation>
    </message>
    <message>
        <source>Lot {lot}</source>
        <translation>Erä {lot}</translation>
    </message>
    <message>
        <source>{sender} · from {cage}</source>
        <translation>{sender} · laitteet täältä: {cage}</translation>
    </message>
    <message>
        <source>No lot is chosen</source>
        <translation>Erää ei ole valittu</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Paikka</translation>
    </message>
    <message>
        <source>No barcode</source>
        <translation>Ei viivakoodia</translation>
    </message>
    <message>
        <source>Stick on a new label and scan it</source>
        <translation>Liimaa uusi tarra ja lue se</translation>
    </message>
    <message>
        <source>Label taken</source>
        <translation>Tarra otettu</translation>
    </message>
    <message>
        <source>Scan the device&apos;s barcode</source>
        <translation>Lue laitteen viivakoodi</translation>
    </message>
    <message>
        <source>Cage</source>
        <translation>Häkki</translation>
    </message>
    <message>
        <source>Device type chosen</source>
        <translation>Laitetyyppi valittu</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Samanlaisia</translation>
    </message>
    <message>
        <source>Other devices</source>
        <translation>Muita laitteita</translation>
    </message>
    <message>
        <source>Nothing to repeat</source>
        <translation>Ei vielä laitetta</translation>
    </message>
    <message>
        <source>Receive one device first</source>
        <translation>Ota ensin vastaan yksi laite</translation>
    </message>
    <message>
        <source>Which device?</source>
        <translation>Mikä laite?</translation>
    </message>
    <message>
        <source>Scan the device&apos;s code first</source>
        <translation>Lue ensin laitteen koodi</translation>
    </message>
    <message>
        <source>A new label is printed</source>
        <translation>Uusi tarra tulostuu</translation>
    </message>
    <message>
        <source>Nothing is half done</source>
        <translation>Mitään ei ole kesken</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Keskeytetty</translation>
    </message>
    <message>
        <source>Nothing was saved</source>
        <translation>Mitään ei tallennettu</translation>
    </message>
    <message>
        <source>Too many codes</source>
        <translation>Liian monta koodia</translation>
    </message>
    <message>
        <source>Save or cancel this device</source>
        <translation>Tallenna tai keskeytä tämä laite</translation>
    </message>
    <message>
        <source>read</source>
        <translation>luettu</translation>
    </message>
    <message>
        <source>from the list</source>
        <translation>luettelosta</translation>
    </message>
    <message>
        <source>model is known</source>
        <translation>malli tunnettu</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>pysyy</translation>
    </message>
    <message>
        <source>the same again</source>
        <translation>samanlainen</translation>
    </message>
    <message>
        <source>missing, with a reason</source>
        <translation>puuttuu, syy kerrottu</translation>
    </message>
</context>
<context>
    <name>JournalSection</name>
    <message>
        <source>Journal</source>
        <translation>Tapahtumaketju</translation>
    </message>
    <message>
        <source>Check the journal</source>
        <translation>Tarkista tapahtumaketju</translation>
    </message>
    <message>
        <source>Write the journal to a file</source>
        <translation>Kirjoita tapahtumaketju tiedostoon</translation>
    </message>
    <message>
        <source>Checkpoint for keeping elsewhere</source>
        <translation>Tarkistuspiste muualla säilytettäväksi</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Tapahtumia</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Tiiviste</translation>
    </message>
    <message>
        <source>Checking every entry</source>
        <translation>Jokainen tapahtuma tarkistetaan</translation>
    </message>
    <message>
        <source>With a long journal it takes a while. Scans wait; none is lost.</source>
        <translation>Pitkä ketju vie hetken. Luetut koodit odottavat, mikään ei katoa.</translation>
    </message>
    <message>
        <source>The journal is whole</source>
        <translation>Tapahtumaketju on ehjä</translation>
    </message>
    <message numerus="yes">
        <source>%n entries are whole</source>
        <translation>
            <numerusform>%n tapahtuma on ehjä</numerusform>
            <numerusform>%n tapahtumaa on ehjiä</numerusform>
        </translation>
    </message>
    <message>
        <source>The journal is not whole</source>
        <translation>Tapahtumaketju ei ole ehjä</translation>
    </message>
    <message>
        <source>First at entry {0}. Keep the file. Call the maintainer.</source>
        <translation>Ensimmäinen kohta: tapahtuma {0}. Säilytä tiedosto. Kutsu ylläpitäjä.</translation>
    </message>
    <message>
        <source>Writing the journal</source>
        <translation>Tapahtumaketjua kirjoitetaan</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Valmis</translation>
    </message>
</context>
<context>
    <name>KeyForms</name>
    <message>
        <source>Long: several words</source>
        <translation>Pitkä: monta sanaa</translation>
    </message>
    <message>
        <source>Change the key</source>
        <translation>Vaihda avain</translation>
    </message>
    <message>
        <source>Passphrase now</source>
        <translation>Tunnuslause nyt</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Uusi tunnuslause</translation>
    </message>
    <message>
        <source>New passphrase again</source>
        <translation>Uusi tunnuslause uudestaan</translation>
    </message>
    <message>
        <source>The old key vouches for the new one. Its papers stay valid.</source>
        <translation>Vanha avain vahvistaa uuden. Vanhat todistukset ovat edelleen voimassa.</translation>
    </message>
    <message>
        <source>Afterwards: a new sheet on the wall, a new copy in the safe.</source>
        <translation>Sen jälkeen: uusi avainlehti seinälle, uusi kopio kassakaappiin.</translation>
    </message>
    <message>
        <source>A key on a token is made on the command line: key create.</source>
        <translation>Avain avainlaitteeseen tehdään komentorivillä: key create.</translation>
    </message>
    <message>
        <source>For example: 21.11.2026</source>
        <translation>Esimerkiksi: 21.11.2026</translation>
    </message>
    <message>
        <source>Short; it stays in the records.</source>
        <translation>Lyhyesti; se jää kirjoihin.</translation>
    </message>
    <message>
        <source>The key was stolen</source>
        <translation>Avain on viety</translation>
    </message>
    <message>
        <source>Stolen since</source>
        <translation>Mistä päivästä alkaen</translation>
    </message>
    <message>
        <source>What happened?</source>
        <translation>Mitä tapahtui?</translation>
    </message>
    <message>
        <source>Take it out of use</source>
        <translation>Poista käytöstä</translation>
    </message>
    <message>
        <source>Nobody believes any more what it seals from that day on.</source>
        <translation>Siitä päivästä alkaen avaimen leimoihin ei enää luoteta.</translation>
    </message>
    <message>
        <source>It goes out of use now. This cannot be taken back.</source>
        <translation>Avain poistuu heti käytöstä. Tätä ei voi perua.</translation>
    </message>
    <message>
        <source>Then make a new key, and publish a new list.</source>
        <translation>Tee sitten uusi avain ja julkaise uusi luettelo.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Tunnuslauseet eivät ole samat.</translation>
    </message>
</context>
<context>
    <name>KeyedTiles</name>
    <message>
        <source>Keys to the next ones</source>
        <translation>Näppäimet seuraaviin</translation>
    </message>
</context>
<context>
    <name>KindTiles</name>
    <message>
        <source>Back to the first</source>
        <translation>Alkuun</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Muut</translation>
    </message>
</context>
<context>
    <name>LabelsPanel</name>
    <message>
        <source>Label queue</source>
        <translation>Tarrajono</translation>
    </message>
    <message>
        <source>Printing labels</source>
        <translation>Tarroja tulostetaan</translation>
    </message>
    <message>
        <source>No labels wait</source>
        <translation>Tarroja ei odota</translation>
    </message>
    <message>
        <source>A label comes here when its printer is off or out of paper.</source>
        <translation>Tarra tulee tänne, kun tulostin on pois päältä tai tarrat ovat lopussa.</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Tulostin</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Tarra</translation>
    </message>
    <message>
        <source>On it</source>
        <translation>Tarrassa</translation>
    </message>
    <message>
        <source>Why it waits</source>
        <translation>Miksi odottaa</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Alkaen</translation>
    </message>
    <message>
        <source>Labels that wait</source>
        <translation>Odottavat tarrat</translation>
    </message>
    <message>
        <source>No labels wait.</source>
        <translation>Tarroja ei odota.</translation>
    </message>
    <message>
        <source>Labels are being printed.</source>
        <translation>Tarroja tulostetaan.</translation>
    </message>
    <message>
        <source>Print now</source>
        <translation>Tulosta nyt</translation>
    </message>
    <message>
        <source>Print a label again</source>
        <translation>Tulosta tarra uudelleen</translation>
    </message>
    <message>
        <source>Take out of the queue</source>
        <translation>Poista jonosta</translation>
    </message>
    <message>
        <source>Choose a label first.</source>
        <translation>Valitse ensin tarra.</translation>
    </message>
    <message>
        <source>Labels on a roll</source>
        <translation>Tarroja rullalle</translation>
    </message>
    <message>
        <source>Command cards</source>
        <translation>Komentokortit</translation>
    </message>
    <message>
        <source>Another printer</source>
        <translation>Toinen tulostin</translation>
    </message>
    <message>
        <source>Labels go to</source>
        <translation>Tarrat menevät</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Miten</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Osoite</translation>
    </message>
    <message>
        <source>Dots per inch</source>
        <translation>Pistettä tuumalla</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yritä uudelleen</translation>
    </message>
</context>
<context>
    <name>LabelsPresenter</name>
    <message>
        <source>not printed yet</source>
        <translation>ei vielä tulostettu</translation>
    </message>
    <message>
        <source>Write a number.</source>
        <translation>Kirjoita numero.</translation>
    </message>
    <message>
        <source>The port is a number, usually 9100.</source>
        <translation>Portti on numero, yleensä 9100.</translation>
    </message>
    <message numerus="yes">
        <source>%n labels printed</source>
        <translation>
            <numerusform>%n tarra tulostettu</numerusform>
            <numerusform>%n tarraa tulostettu</numerusform>
        </translation>
    </message>
    <message>
        <source>Take the old label off: {0}</source>
        <translation>Poista vanha tarra: {0}</translation>
    </message>
    <message>
        <source>No labels wait</source>
        <translation>Tarroja ei odota</translation>
    </message>
    <message numerus="yes">
        <source>%n labels for the roll</source>
        <translation>
            <numerusform>%n tarra rullalle</numerusform>
            <numerusform>%n tarraa rullalle</numerusform>
        </translation>
    </message>
    <message>
        <source>The command cards are ready</source>
        <translation>Komentokortit ovat valmiit</translation>
    </message>
    <message>
        <source>Labels go to {0} now</source>
        <translation>Tarrat menevät nyt: {0}</translation>
    </message>
</context>
<context>
    <name>LaneCard</name>
    <message>
        <source>Approve one by one</source>
        <translation>Hyväksy yksi kerrallaan</translation>
    </message>
    <message>
        <source>Opened and looked</source>
        <translation>Avattu ja katsottu</translation>
    </message>
    <message>
        <source>List read from the device</source>
        <translation>Luettelo luettu laitteesta</translation>
    </message>
    <message>
        <source>Known from the model</source>
        <translation>Tiedetään mallista</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Lopeta</translation>
    </message>
    <message>
        <source>Wait a moment.</source>
        <translation>Odota hetki.</translation>
    </message>
    <message>
        <source>Say first how the number of media is known.</source>
        <translation>Kerro ensin, mistä välineiden määrä tiedetään.</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Hyväksy</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Edellinen</translation>
    </message>
    <message>
        <source>Past it</source>
        <translation>Ohita</translation>
    </message>
    <message numerus="yes">
        <source>Look at each of the lot first: %n left.</source>
        <translation>
            <numerusform>Katso ensin erän jokainen laite: %n katsomatta.</numerusform>
            <numerusform>Katso ensin erän jokainen laite: %n katsomatta.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of the lot is clean and its number known.</source>
        <translation>Erässä ei ole puhdasta laitetta, jonka välineiden määrä tiedetään.</translation>
    </message>
    <message numerus="yes">
        <source>The lot&apos;s clean ones (%n)</source>
        <translation>
            <numerusform>Erän puhtaat (%n)</numerusform>
            <numerusform>Erän puhtaat (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>From the beginning</source>
        <translation>Alusta</translation>
    </message>
    <message numerus="yes">
        <source>Certificates of {0} (%n)</source>
        <translation>
            <numerusform>Erän {0} todistukset (%n)</numerusform>
            <numerusform>Erän {0} todistukset (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Certificates of %n devices</source>
        <translation>
            <numerusform>%n laitteen todistus</numerusform>
            <numerusform>%n laitteen todistukset</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n media</source>
        <translation>
            <numerusform>%n väline</numerusform>
            <numerusform>%n välinettä</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n approved</source>
        <translation>
            <numerusform>%n hyväksytty</numerusform>
            <numerusform>%n hyväksytty</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being saved</source>
        <translation>
            <numerusform>%n tallentuu</numerusform>
            <numerusform>%n tallentuu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n devices approved</source>
        <translation>
            <numerusform>%n laite hyväksytty</numerusform>
            <numerusform>%n laitetta hyväksytty</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits for approval.</source>
        <translation>Mikään ei odota hyväksyntää.</translation>
    </message>
    <message>
        <source>Drawn for a second look: {0}</source>
        <translation>Arvottiin toiseen katseeseen: {0}</translation>
    </message>
</context>
<context>
    <name>LanePage</name>
    <message>
        <source>The device and its evidence</source>
        <translation>Laite ja sen todisteet</translation>
    </message>
    <message>
        <source>No medium inside: two persons have looked.</source>
        <translation>Sisällä ei ole välinettä: kaksi ihmistä on katsonut.</translation>
    </message>
    <message>
        <source>Fetching the device…</source>
        <translation>Haetaan laitetta…</translation>
    </message>
    <message numerus="yes">
        <source>%n devices are left</source>
        <translation>
            <numerusform>%n laite jäi</numerusform>
            <numerusform>%n laitetta jäi</numerusform>
        </translation>
    </message>
    <message>
        <source>Asked for, recorded</source>
        <translation>Vaaditaan, kirjattu</translation>
    </message>
    <message>
        <source>The evidence says</source>
        <translation>Todiste kertoo</translation>
    </message>
</context>
<context>
    <name>ListCard</name>
    <message>
        <source>Parts</source>
        <translation>Osat</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>Hyllyssä</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Varatut</translation>
    </message>
    <message>
        <source>In devices</source>
        <translation>Laitteissa</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Kadonneet</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>Toivotut</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Määrät</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Mallit</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Mitä näytetään</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Tarkistamatta</translation>
    </message>
    <message>
        <source>Likely the same</source>
        <translation>Luultavasti samat</translation>
    </message>
    <message>
        <source>No model here.</source>
        <translation>Täällä ei ole mallia.</translation>
    </message>
    <message>
        <source>The first device of its kind brings its model.</source>
        <translation>Ensimmäinen laite tuo mallinsa luetteloon.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Malli</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Levypaikat</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Laitteita</translation>
    </message>
    <message>
        <source>And this</source>
        <translation>Ja tämä</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Miksi</translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%n malli</numerusform>
            <numerusform>%n mallia</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pairs</source>
        <translation>
            <numerusform>%n pari</numerusform>
            <numerusform>%n paria</numerusform>
        </translation>
    </message>
    <message>
        <source>No part here.</source>
        <translation>Täällä ei ole osia.</translation>
    </message>
    <message>
        <source>Scan a part, or add one with F2.</source>
        <translation>Lue osan tarra, tai lisää osa: F2.</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Osa</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Mikä se on</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>Sopii</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testi</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Missä</translation>
    </message>
    <message>
        <source>For model</source>
        <translation>Malliin</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Työ</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Alkaen</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Nyt</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Laji</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Vapaana</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Toimii</translation>
    </message>
    <message>
        <source>Do not work</source>
        <translation>Ei toimi</translation>
    </message>
    <message numerus="yes">
        <source>%n parts</source>
        <translation>
            <numerusform>%n osa</numerusform>
            <numerusform>%n osaa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wanted</source>
        <translation>
            <numerusform>%n toive</numerusform>
            <numerusform>%n toivetta</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kinds</source>
        <translation>
            <numerusform>%n laji</numerusform>
            <numerusform>%n lajia</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>Kaikki</translation>
    </message>
    <message>
        <source>Search: maker, model or product number</source>
        <translation>Haku: valmistaja, malli tai tuotenumero</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tila</translation>
    </message>
</context>
<context>
    <name>ListWords</name>
    <message>
        <source>ready</source>
        <translation>valmis</translation>
    </message>
    <message>
        <source>to be identified</source>
        <translation>tunnistetaan myöhemmin</translation>
    </message>
    <message>
        <source>{0} pieces</source>
        <translation>{0} kpl</translation>
    </message>
    <message>
        <source>ready, with a note</source>
        <translation>valmis, huomautus</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>What is shown</source>
        <translation>Mitä näytetään</translation>
    </message>
    <message>
        <source>Wipe certificates</source>
        <translation>Todistukset</translation>
    </message>
    <message>
        <source>No device waits for a certificate.</source>
        <translation>Mikään laite ei odota todistusta.</translation>
    </message>
    <message>
        <source>A device comes here when its wipe is approved.</source>
        <translation>Laite tulee tänne, kun sen tyhjennys on hyväksytty.</translation>
    </message>
    <message>
        <source>No certificate has been issued yet.</source>
        <translation>Todistuksia ei ole vielä annettu.</translation>
    </message>
    <message>
        <source>Approved devices stand under “Ready to issue”.</source>
        <translation>Hyväksytyt laitteet ovat kohdassa ”Voi antaa”.</translation>
    </message>
    <message>
        <source>No lot has an approved device.</source>
        <translation>Yhdessäkään erässä ei ole hyväksyttyä laitetta.</translation>
    </message>
    <message>
        <source>A lot comes here with its first approved device.</source>
        <translation>Erä tulee tähän, kun sen ensimmäinen laite on hyväksytty.</translation>
    </message>
    <message>
        <source>No loose medium waits for a certificate.</source>
        <translation>Mikään irrallinen väline ei odota todistusta.</translation>
    </message>
    <message>
        <source>A disk comes here when it was taken out and is proven clean.</source>
        <translation>Levy tulee tähän, kun se on poistettu laitteesta ja todistetusti tyhjä.</translation>
    </message>
    <message>
        <source>Ready to issue</source>
        <translation>Voi antaa</translation>
    </message>
    <message>
        <source>Lots</source>
        <translation>Erät</translation>
    </message>
    <message>
        <source>Loose media</source>
        <translation>Välineet</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Annetut</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Laite</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Malli</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Sarjanumero</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Välineitä</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Hyväksytty</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numero</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Mistä</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Annettu</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tila</translation>
    </message>
</context>
<context>
    <name>ListsCard</name>
    <message>
        <source>Bring in machines&apos; lists</source>
        <translation>Tuo konetiedot</translation>
    </message>
    <message>
        <source>A stick from a machine goes into the computer</source>
        <translation>Koneesta tullut tikku laitetaan tietokoneeseen</translation>
    </message>
    <message>
        <source>Put in the stick from the machine, or drop the files here.</source>
        <translation>Laita koneesta tullut tikku tietokoneeseen tai pudota tiedostot tähän.</translation>
    </message>
    <message>
        <source>Reading the lists…</source>
        <translation>Luetaan konetietoja…</translation>
    </message>
    <message>
        <source>Folder with machines&apos; lists</source>
        <translation>Konetietojen kansio</translation>
    </message>
    <message>
        <source>Machines&apos; lists</source>
        <translation>Konetiedot</translation>
    </message>
    <message>
        <source>Show the machines</source>
        <translation>Näytä koneet</translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message>
        <source>The desk is locked</source>
        <translation>Työpiste on lukittu</translation>
    </message>
    <message>
        <source>A badge with a barcode</source>
        <translation>Kortti, jossa on viivakoodi</translation>
    </message>
    <message>
        <source>Scan your badge</source>
        <translation>Lue korttisi</translation>
    </message>
    <message>
        <source>A supervisor also gives a PIN.</source>
        <translation>Työnjohtaja antaa myös PIN-koodin.</translation>
    </message>
    <message>
        <source>Give your PIN and press OK.</source>
        <translation>Anna PIN ja paina OK.</translation>
    </message>
    <message>
        <source>Another person</source>
        <translation>Toinen tekijä</translation>
    </message>
</context>
<context>
    <name>LookQuestions</name>
    <message>
        <source>Why?</source>
        <translation>Miksi?</translation>
    </message>
    <message>
        <source>Short; it stays in the records.</source>
        <translation>Lyhyesti; jää talteen.</translation>
    </message>
    <message>
        <source>{0} can not be read</source>
        <translation>Välinettä {0} ei voi lukea</translation>
    </message>
    <message>
        <source>Let it go on</source>
        <translation>Päästä jatkamaan</translation>
    </message>
    <message>
        <source>It counts as not looked at. Another is drawn.</source>
        <translation>Se lasketaan katsomattomaksi. Tilalle arvotaan toinen.</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Väline</translation>
    </message>
    <message>
        <source>What happened?</source>
        <translation>Mitä tapahtui?</translation>
    </message>
    <message>
        <source>Settle a medium</source>
        <translation>Selvitä väline</translation>
    </message>
    <message>
        <source>The doubt has ended</source>
        <translation>Epäily on päättynyt</translation>
    </message>
    <message>
        <source>The records must show it first.</source>
        <translation>Sen pitää näkyä ensin kirjauksista.</translation>
    </message>
    <message>
        <source>Which medium was read back?</source>
        <translation>Mikä väline luettiin?</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Jatka</translation>
    </message>
    <message>
        <source>What was it?</source>
        <translation>Mikä se oli?</translation>
    </message>
    <message>
        <source>Close the incident</source>
        <translation>Päätä vikatilanne</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>Päätä</translation>
    </message>
    <message>
        <source>Two supervisors close it. What is unfounded is proven again.</source>
        <translation>Kaksi työnjohtajaa päättää sen. Jos se on aiheeton, tyhjennykset pätevät taas.</translation>
    </message>
</context>
<context>
    <name>LookSide</name>
    <message>
        <source>The chosen medium</source>
        <translation>Valittu väline</translation>
    </message>
    <message>
        <source>Choose a medium, or scan it.</source>
        <translation>Valitse väline tai lue se.</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>Epäillään</translation>
    </message>
</context>
<context>
    <name>Looks</name>
    <message>
        <source>for another person</source>
        <translation>toiselle ihmiselle</translation>
    </message>
    <message>
        <source>{0} in doubt</source>
        <translation>{0} epäillään</translation>
    </message>
    <message>
        <source>{0}: {1} wiped, {2} drawn, {3} needed</source>
        <translation>{0}: tyhjennetty {1}, arvottu {2}, tarvitaan {3}</translation>
    </message>
    <message>
        <source>Wiped with</source>
        <translation>Tyhjennetty</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Menetelmä</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>Arvottu</translation>
    </message>
    <message>
        <source>Read with</source>
        <translation>Luettu ohjelmalla</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Luettu</translation>
    </message>
    <message>
        <source>Read by</source>
        <translation>Lukija</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Huomautus</translation>
    </message>
    <message>
        <source>Read the medium with another program, or with the stick.</source>
        <translation>Lue väline toisella ohjelmalla tai tikulla.</translation>
    </message>
    <message>
        <source>Bring what the program wrote, or a photograph.</source>
        <translation>Tuo ohjelman tuloste tai valokuva.</translation>
    </message>
    <message>
        <source>Read this medium back.</source>
        <translation>Lue tämä väline uudelleen.</translation>
    </message>
    <message>
        <source>It does not leave before that.</source>
        <translation>Se ei lähde ennen sitä.</translation>
    </message>
    <message>
        <source>Wiped by</source>
        <translation>Tyhjensi</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Löytyi</translation>
    </message>
    <message>
        <source>Closed by</source>
        <translation>Päättivät</translation>
    </message>
    <message>
        <source>Revoke these certificates: {0}</source>
        <translation>Peru nämä todistukset: {0}</translation>
    </message>
    <message>
        <source>The second look found something.</source>
        <translation>Toinen katse löysi jotain.</translation>
    </message>
    <message>
        <source>What was wiped like it is in doubt and does not leave.</source>
        <translation>Samoin tyhjennettyjä epäillään. Ne eivät lähde.</translation>
    </message>
    <message>
        <source>has left: {0}</source>
        <translation>on lähtenyt: {0}</translation>
    </message>
    <message>
        <source>in doubt</source>
        <translation>epäillään</translation>
    </message>
</context>
<context>
    <name>LooksCard</name>
    <message>
        <source>What is shown</source>
        <translation>Mitä näytetään</translation>
    </message>
    <message>
        <source>Second look</source>
        <translation>Toinen katse</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Laite</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Väline</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Ohjelma</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tilanne</translation>
    </message>
    <message>
        <source>Second looks</source>
        <translation>Toinen katse</translation>
    </message>
    <message>
        <source>Fetching the list…</source>
        <translation>Haetaan luetteloa…</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Odottaa</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>Epäillään</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Luettu</translation>
    </message>
    <message>
        <source>No medium waits for a second look.</source>
        <translation>Mikään väline ei odota toista katsetta.</translation>
    </message>
    <message>
        <source>The program draws them when wipes are approved.</source>
        <translation>Ohjelma arpoo niitä, kun tyhjennyksiä hyväksytään.</translation>
    </message>
    <message>
        <source>No wipe is in doubt.</source>
        <translation>Yhtään tyhjennystä ei epäillä.</translation>
    </message>
    <message>
        <source>All is well here.</source>
        <translation>Täällä on kaikki kunnossa.</translation>
    </message>
    <message>
        <source>No medium was read back yet.</source>
        <translation>Yhtään välinettä ei ole vielä luettu.</translation>
    </message>
    <message>
        <source>What another person reads back stands here.</source>
        <translation>Tähän tulee, mitä toinen ihminen on lukenut.</translation>
    </message>
</context>
<context>
    <name>LooksPanel</name>
    <message>
        <source>STOP: battery</source>
        <translation>STOP: akku</translation>
    </message>
    <message numerus="yes">
        <source>Draw %n more</source>
        <translation>
            <numerusform>Arvo %n lisää</numerusform>
            <numerusform>Arvo %n lisää</numerusform>
        </translation>
    </message>
    <message>
        <source>Another person takes this look.</source>
        <translation>Toinen ihminen tekee tämän katseen.</translation>
    </message>
    <message>
        <source>Record what was found</source>
        <translation>Kirjaa, mitä löytyi</translation>
    </message>
    <message>
        <source>It can not be read</source>
        <translation>Sitä ei voi lukea</translation>
    </message>
    <message>
        <source>Settle a medium</source>
        <translation>Selvitä väline</translation>
    </message>
    <message>
        <source>Read one back</source>
        <translation>Lue väline</translation>
    </message>
    <message>
        <source>Close the incident</source>
        <translation>Päätä vikatilanne</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yritä uudelleen</translation>
    </message>
    <message>
        <source>waits for no look</source>
        <translation>ei odota katsetta</translation>
    </message>
    <message>
        <source>several disks: choose one</source>
        <translation>monta levyä: valitse yksi</translation>
    </message>
    <message numerus="yes">
        <source>%n media are in doubt now</source>
        <translation>
            <numerusform>%n välinettä epäillään nyt</numerusform>
            <numerusform>%n välinettä epäillään nyt</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing that was wiped like {0} leaves.</source>
        <translation>Mikään samoin tyhjennetty kuin {0} ei lähde.</translation>
    </message>
    <message>
        <source>Clean: {0}</source>
        <translation>Puhdas: {0}</translation>
    </message>
    <message>
        <source>Drawn in its place: {0}</source>
        <translation>Tilalle arvottiin: {0}</translation>
    </message>
    <message>
        <source>{0} goes on without a second look</source>
        <translation>{0} jatkaa ilman toista katsetta</translation>
    </message>
    <message>
        <source>Drawn: {0}</source>
        <translation>Arvottu: {0}</translation>
    </message>
    <message>
        <source>What was wiped has left, or was used since.</source>
        <translation>Tyhjennetyt ovat lähteneet tai ne on jo otettu käyttöön.</translation>
    </message>
    <message>
        <source>Nothing is left to draw</source>
        <translation>Arvottavaa ei ole jäljellä</translation>
    </message>
    <message>
        <source>{0} is settled</source>
        <translation>{0} on selvitetty</translation>
    </message>
    <message numerus="yes">
        <source>%n media are still in doubt</source>
        <translation>
            <numerusform>%n välinettä epäillään vielä</numerusform>
            <numerusform>%n välinettä epäillään vielä</numerusform>
        </translation>
    </message>
    <message>
        <source>Revoke these certificates: {0}</source>
        <translation>Peru nämä todistukset: {0}</translation>
    </message>
    <message>
        <source>The incident is closed</source>
        <translation>Vikatilanne on päätetty</translation>
    </message>
</context>
<context>
    <name>LotHeader</name>
    <message>
        <source>How the lot stands</source>
        <translation>Erän tilanne</translation>
    </message>
    <message>
        <source>on the list</source>
        <translation>luettelossa</translation>
    </message>
    <message>
        <source>received</source>
        <translation>vastaanotettu</translation>
    </message>
    <message>
        <source>not on the list</source>
        <translation>ei luettelossa</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>puuttuu</translation>
    </message>
    <message>
        <source>of {0} things</source>
        <translation>/ {0} kappaletta</translation>
    </message>
</context>
<context>
    <name>MachinesCard</name>
    <message>
        <source>What is shown</source>
        <translation>Mitä näytetään</translation>
    </message>
    <message>
        <source>Machines&apos; lists</source>
        <translation>Konetiedot</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Avoimet</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Kaikki</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Kone</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Sarjanumero</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Laite</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tila</translation>
    </message>
    <message>
        <source>A stick goes from the machine into the computer</source>
        <translation>Tikku siirtyy koneesta tietokoneeseen</translation>
    </message>
    <message>
        <source>Put in the stick from the machine</source>
        <translation>Laita koneesta tullut tikku tähän tietokoneeseen</translation>
    </message>
    <message>
        <source>The machine has written on it what is inside.</source>
        <translation>Kone on kirjoittanut tikulle, mitä sen sisällä on.</translation>
    </message>
</context>
<context>
    <name>MakerGuide</name>
    <message>
        <source>A shelf with boxes</source>
        <translation>Hylly, jossa on laatikoita</translation>
    </message>
    <message>
        <source>Scan the part&apos;s label</source>
        <translation>Lue osan tarra</translation>
    </message>
    <message>
        <source>Scan the part</source>
        <translation>Lue osa</translation>
    </message>
    <message>
        <source>Scan the place, the device or the container</source>
        <translation>Lue paikka, laite tai astia</translation>
    </message>
    <message>
        <source>The underside of a laptop with its stickers</source>
        <translation>Kannettavan pohja ja tarrat</translation>
    </message>
    <message>
        <source>Scan the product number</source>
        <translation>Lue tuotenumero</translation>
    </message>
    <message>
        <source>Or write the model here</source>
        <translation>Tai kirjoita malli tähän</translation>
    </message>
    <message>
        <source>The first device of its kind brings it.</source>
        <translation>Ensimmäinen laite tuo sen luetteloon.</translation>
    </message>
    <message>
        <source>Not in the catalogue yet</source>
        <translation>Ei vielä luettelossa</translation>
    </message>
</context>
<context>
    <name>MakerSide</name>
    <message>
        <source>Media in this device</source>
        <translation>Tämän laitteen tallennusvälineet</translation>
    </message>
    <message>
        <source>In quarantine now</source>
        <translation>Karanteenissa nyt</translation>
    </message>
    <message>
        <source>A supervisor asks for their release.</source>
        <translation>Työnjohtaja pyytää niille vapautuksen.</translation>
    </message>
    <message>
        <source>The answer and the count</source>
        <translation>Vastaus ja määrä</translation>
    </message>
</context>
<context>
    <name>MakerStart</name>
    <message>
        <source>In your hands</source>
        <translation>Sinulla kesken</translation>
    </message>
    <message>
        <source>Waiting for repair</source>
        <translation>Odottaa korjausta</translation>
    </message>
    <message>
        <source>A laptop with a screwdriver</source>
        <translation>Kannettava ja ruuvimeisseli</translation>
    </message>
    <message>
        <source>Scan the label of the device</source>
        <translation>Lue laitteen tarra</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Lue tarra</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>Korjaa</translation>
    </message>
    <message>
        <source>Write down what you did</source>
        <translation>Kirjaa, mitä teit</translation>
    </message>
</context>
<context>
    <name>MakerView</name>
    <message>
        <source>Ask a supervisor to open the lot.</source>
        <translation>Pyydä työnjohtajaa avaamaan erä.</translation>
    </message>
    <message>
        <source>Is it open? Scan the lot&apos;s label.</source>
        <translation>Onko se auki? Lue erän tarra.</translation>
    </message>
    <message>
        <source>No lot is open</source>
        <translation>Erää ei ole auki</translation>
    </message>
    <message>
        <source>A scanner</source>
        <translation>Lukija</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Tallenna</translation>
    </message>
    <message>
        <source>The device&apos;s barcode</source>
        <translation>Laitteen viivakoodi</translation>
    </message>
    <message>
        <source>Save. A label is printed.</source>
        <translation>Tallenna. Tarra tulostuu.</translation>
    </message>
    <message>
        <source>Stick on the label. Scan the next device</source>
        <translation>Liimaa tarra. Lue seuraava laite</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>Uusi tarra</translation>
    </message>
    <message>
        <source>A new label beside the barcode</source>
        <translation>Uusi tarra viivakoodin vieressä</translation>
    </message>
    <message>
        <source>Stick on a new label and scan it</source>
        <translation>Liimaa uusi tarra ja lue se</translation>
    </message>
    <message>
        <source>Scan the device&apos;s barcode</source>
        <translation>Lue laitteen viivakoodi</translation>
    </message>
    <message>
        <source>Done. Scan the next device</source>
        <translation>Valmis. Lue seuraava laite</translation>
    </message>
    <message>
        <source>A laptop that asks a password</source>
        <translation>Kannettava, joka kysyy salasanaa</translation>
    </message>
    <message>
        <source>Is the device locked? Scan its label</source>
        <translation>Onko laite lukossa? Lue tarra</translation>
    </message>
    <message>
        <source>Scan the label</source>
        <translation>Lue tarra</translation>
    </message>
    <message>
        <source>Choose the picture</source>
        <translation>Valitse kuva</translation>
    </message>
    <message>
        <source>Take it to the quarantine shelf</source>
        <translation>Vie karanteenihyllyyn</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Todisteet</translation>
    </message>
    <message>
        <source>A stick with reports goes into the computer</source>
        <translation>Raporttitikku pannaan koneeseen</translation>
    </message>
    <message>
        <source>Put in the wiping stick. Then press F5.</source>
        <translation>Pane tyhjennystikku koneeseen. Paina sitten F5.</translation>
    </message>
</context>
<context>
    <name>MakerWaits</name>
    <message>
        <source>A supervisor looks at these</source>
        <translation>Työnjohtaja katsoo nämä</translation>
    </message>
    <message>
        <source>Everything that came in is in order.</source>
        <translation>Kaikki tuotu on kunnossa.</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Mikään ei odota</translation>
    </message>
</context>
<context>
    <name>MappingCard</name>
    <message>
        <source>How to read {0}</source>
        <translation>Miten luetaan {0}</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Sarakkeet</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Sanat</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Kokeilu</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Tallenna</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Jatka</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Takaisin</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Peruuta</translation>
    </message>
    <message>
        <source>Choose a column first: {0}</source>
        <translation>Valitse ensin sarake: {0}</translation>
    </message>
    <message>
        <source>Wait a moment.</source>
        <translation>Odota hetki.</translation>
    </message>
    <message>
        <source>Choose which column is what. Those with * are needed.</source>
        <translation>Valitse, mikä sarake on mikäkin. Tähdellä (*) merkityt tarvitaan.</translation>
    </message>
    <message>
        <source>Say what the supplier&apos;s words mean. What you leave waits for a person.</source>
        <translation>Kerro, mitä toimittajan sanat tarkoittavat. Minkä jätät, sen katsoo ihminen.</translation>
    </message>
    <message>
        <source>This is what the file gives. Nothing is saved yet.</source>
        <translation>Tämän tiedosto antaa. Mitään ei ole vielä tallennettu.</translation>
    </message>
</context>
<context>
    <name>MediaCard</name>
    <message>
        <source>Medium</source>
        <translation>Väline</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Laji</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Laite</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Vaaditaan</translation>
    </message>
    <message>
        <source>pieces {0} or finer</source>
        <translation>murske {0} tai hienompi</translation>
    </message>
    <message>
        <source>melting or incineration</source>
        <translation>sulatus tai poltto</translation>
    </message>
</context>
<context>
    <name>MediumCard</name>
    <message>
        <source>A storage medium in the device</source>
        <translation>Laitteen tallennusväline</translation>
    </message>
    <message>
        <source>Scan its serial number, or write it.</source>
        <translation>Lue sen sarjanumero tai kirjoita se.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Laji</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Sarjanumero</translation>
    </message>
    <message>
        <source>Size, GB</source>
        <translation>Koko, Gt</translation>
    </message>
    <message>
        <source>read</source>
        <translation>luettu</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Lisää</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Keskeytä</translation>
    </message>
</context>
<context>
    <name>MinutesRow</name>
    <message>
        <source>Time that this took</source>
        <translation>Tähän meni aikaa</translation>
    </message>
    <message>
        <source>From zero</source>
        <translation>Nollaa</translation>
    </message>
</context>
<context>
    <name>MissingCard</name>
    <message>
        <source>Missing devices</source>
        <translation>Kadonneet laitteet</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Laite</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Malli</translation>
    </message>
    <message>
        <source>Noticed</source>
        <translation>Huomattu</translation>
    </message>
    <message>
        <source>Last place</source>
        <translation>Viimeinen paikka</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tila</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>Mitään ei puutu.</translation>
    </message>
    <message>
        <source>What a counting does not find comes here.</source>
        <translation>Tänne tulee se, mitä inventointi ei löydä.</translation>
    </message>
</context>
<context>
    <name>MissingDesk</name>
    <message>
        <source>Scan a device, or choose a row.</source>
        <translation>Lue laite tai valitse rivi.</translation>
    </message>
    <message>
        <source>It was given up already.</source>
        <translation>Se on jo kirjattu menetetyksi.</translation>
    </message>
    <message>
        <source>Record first who was told.</source>
        <translation>Kirjaa ensin, kenelle ilmoitettiin.</translation>
    </message>
    <message>
        <source>It was found</source>
        <translation>Löytyi</translation>
    </message>
    <message>
        <source>Who was told</source>
        <translation>Kenelle ilmoitettiin</translation>
    </message>
    <message>
        <source>Print the paper</source>
        <translation>Tulosta paperi</translation>
    </message>
    <message>
        <source>It is lost</source>
        <translation>Menetetty</translation>
    </message>
    <message>
        <source>Recorded who was told</source>
        <translation>Ilmoitus kirjattiin</translation>
    </message>
    <message>
        <source>The paper is ready</source>
        <translation>Paperi on valmis</translation>
    </message>
    <message>
        <source>{0} is recorded as lost</source>
        <translation>{0} kirjattiin menetetyksi</translation>
    </message>
    <message>
        <source>{0} was found</source>
        <translation>{0} löytyi</translation>
    </message>
    <message>
        <source>It is wiped and graded anew.</source>
        <translation>Se tyhjennetään ja luokitellaan uudelleen.</translation>
    </message>
</context>
<context>
    <name>MissingSide</name>
    <message>
        <source>Scan a device, or choose a row.</source>
        <translation>Lue laite tai valitse rivi.</translation>
    </message>
</context>
<context>
    <name>MixupCard</name>
    <message>
        <source>The label is on the wrong device</source>
        <translation>Tarra on väärässä laitteessa</translation>
    </message>
    <message>
        <source>Since when?</source>
        <translation>Mistä alkaen?</translation>
    </message>
    <message>
        <source>Report it</source>
        <translation>Ilmoita</translation>
    </message>
    <message>
        <source>On a device without a record</source>
        <translation>Laitetta ei ole kirjattu</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>Aloita alusta</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Keskeytä</translation>
    </message>
    <message>
        <source>Since the device came</source>
        <translation>Siitä asti, kun laite tuli</translation>
    </message>
    <message>
        <source>Since the label of {0}</source>
        <translation>Tarrasta {0} alkaen</translation>
    </message>
    <message>
        <source>Scan the wrong label.</source>
        <translation>Lue väärä tarra.</translation>
    </message>
    <message>
        <source>Scan another code of the device that it is on.</source>
        <translation>Lue toinen koodi laitteesta, jossa tarra on.</translation>
    </message>
    <message>
        <source>Take the wrong label off.</source>
        <translation>Irrota väärä tarra.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Tarra</translation>
    </message>
    <message>
        <source>It is on</source>
        <translation>On laitteessa</translation>
    </message>
    <message>
        <source>a device without a record</source>
        <translation>laite, jota ei ole kirjattu</translation>
    </message>
    <message>
        <source>No device has this code.</source>
        <translation>Tätä koodia ei ole millään laitteella.</translation>
    </message>
    <message>
        <source>That is the same label. Scan another code.</source>
        <translation>Tämä on sama tarra. Lue toinen koodi.</translation>
    </message>
    <message>
        <source>{0}: a new label is printed</source>
        <translation>{0}: uusi tarra tulostuu</translation>
    </message>
    <message>
        <source>A supervisor decides. Neither device leaves before that.</source>
        <translation>Työnjohtaja päättää. Kumpikaan laite ei lähde ennen sitä.</translation>
    </message>
    <message>
        <source>Does not hold any more: {0}</source>
        <translation>Ei enää voimassa: {0}</translation>
    </message>
</context>
<context>
    <name>ModelForms</name>
    <message>
        <source>Maker</source>
        <translation>Valmistaja</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Malli</translation>
    </message>
    <message>
        <source>Kind of device</source>
        <translation>Laitetyyppi</translation>
    </message>
    <message>
        <source>A new model</source>
        <translation>Uusi malli</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Tallenna</translation>
    </message>
    <message>
        <source>Empty: not known</source>
        <translation>Tyhjä: ei tiedossa</translation>
    </message>
    <message>
        <source>As its kind of device</source>
        <translation>Laitetyypin mukaan</translation>
    </message>
    <message>
        <source>WEEE category</source>
        <translation>SER-luokka</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Ei tiedossa</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Tarkistuslista</translation>
    </message>
    <message>
        <source>Guide for taking apart</source>
        <translation>Purkuohje</translation>
    </message>
    <message>
        <source>Storage places</source>
        <translation>Levypaikat</translation>
    </message>
    <message>
        <source>Typical weight, grams</source>
        <translation>Tyypillinen paino, grammaa</translation>
    </message>
    <message>
        <source>Save, it is checked</source>
        <translation>Tallenna tarkistettuna</translation>
    </message>
    <message>
        <source>Scan it from the sticker, or write it.</source>
        <translation>Lue se tarrasta tai kirjoita.</translation>
    </message>
    <message>
        <source>Product number</source>
        <translation>Tuotenumero</translation>
    </message>
</context>
<context>
    <name>ModelSide</name>
    <message>
        <source>Scan a product number, or choose a row.</source>
        <translation>Lue tuotenumero tai valitse rivi.</translation>
    </message>
    <message>
        <source>Product numbers</source>
        <translation>Tuotenumerot</translation>
    </message>
    <message>
        <source>Merged into this</source>
        <translation>Yhdistetty tähän</translation>
    </message>
    <message>
        <source>Perhaps the same</source>
        <translation>Ehkä sama</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Mitä on tapahtunut</translation>
    </message>
    <message>
        <source>The chosen model</source>
        <translation>Valittu malli</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>Checked</source>
        <translation>Tarkistettu</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Tarkistamatta</translation>
    </message>
    <message>
        <source>Known {0}.</source>
        <translation>Tieto: {0}.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>ei tiedossa</translation>
    </message>
    <message>
        <source>Storage places</source>
        <translation>Levypaikat</translation>
    </message>
    <message>
        <source>Typical weight</source>
        <translation>Tyypillinen paino</translation>
    </message>
    <message>
        <source>WEEE category</source>
        <translation>SER-luokka</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Tarkistuslista</translation>
    </message>
    <message>
        <source>Guide for taking apart</source>
        <translation>Purkuohje</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Laitteita</translation>
    </message>
</context>
<context>
    <name>MoveCard</name>
    <message>
        <source>Where to?</source>
        <translation>Minne?</translation>
    </message>
    <message>
        <source>Scan the shelf&apos;s label.</source>
        <translation>Lue hyllyn tarra.</translation>
    </message>
    <message>
        <source>Or write its name</source>
        <translation>Tai kirjoita sen nimi</translation>
    </message>
    <message>
        <source>That is no place. Scan the shelf&apos;s label.</source>
        <translation>Se ei ole paikka. Lue hyllyn tarra.</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Siirrä</translation>
    </message>
    <message>
        <source>Make place and move</source>
        <translation>Tee paikka ja siirrä</translation>
    </message>
    <message>
        <source>Scan a place or write its name.</source>
        <translation>Lue paikka tai kirjoita sen nimi.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Keskeytä</translation>
    </message>
</context>
<context>
    <name>NextCard</name>
    <message>
        <source>What is done with it now? It stays blocked until then.</source>
        <translation>Mitä sille tehdään nyt? Se on pysähdyksissä siihen asti.</translation>
    </message>
    <message>
        <source>Decided before: {0}.</source>
        <translation>Päätetty aiemmin: {0}.</translation>
    </message>
    <message>
        <source>How does {0} go on?</source>
        <translation>Miten {0} jatkaa?</translation>
    </message>
    <message>
        <source>Decided. Tell the makers.</source>
        <translation>Päätetty. Kerro tekijöille.</translation>
    </message>
</context>
<context>
    <name>NextStep</name>
    <message>
        <source>Next</source>
        <translation>Seuraavaksi</translation>
    </message>
</context>
<context>
    <name>OpenLotCard</name>
    <message>
        <source>Open a lot</source>
        <translation>Avaa erä</translation>
    </message>
    <message>
        <source>From whom</source>
        <translation>Lähettäjä</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Tiedot</translation>
    </message>
    <message>
        <source>as the workshop has decided</source>
        <translation>kuten paja on päättänyt</translation>
    </message>
    <message>
        <source>confidential</source>
        <translation>luottamuksellinen</translation>
    </message>
    <message>
        <source>ordinary</source>
        <translation>tavanomainen</translation>
    </message>
    <message>
        <source>The city&apos;s decision</source>
        <translation>Kaupungin päätös</translation>
    </message>
    <message>
        <source>Comes later, on</source>
        <translation>Tulee myöhemmin, päivä</translation>
    </message>
    <message>
        <source>For example 1.12.2026. Empty: it is here.</source>
        <translation>Esimerkiksi 1.12.2026. Tyhjä: erä on täällä.</translation>
    </message>
    <message>
        <source>Pick-up order</source>
        <translation>Noutotilaus</translation>
    </message>
    <message>
        <source>Contact role</source>
        <translation>Yhteyshenkilön rooli</translation>
    </message>
    <message>
        <source>A role, not a name.</source>
        <translation>Rooli, ei nimeä.</translation>
    </message>
    <message>
        <source>Reading the list…</source>
        <translation>Luetaan luetteloa…</translation>
    </message>
    <message>
        <source>Write first from whom the lot comes.</source>
        <translation>Kirjoita ensin, keneltä erä tulee.</translation>
    </message>
    <message>
        <source>Wait a moment.</source>
        <translation>Odota hetki.</translation>
    </message>
    <message>
        <source>The day is not right.</source>
        <translation>Päivä ei ole oikein.</translation>
    </message>
    <message>
        <source>Open the lot</source>
        <translation>Avaa erä</translation>
    </message>
    <message>
        <source>Open without a list</source>
        <translation>Avaa ilman luetteloa</translation>
    </message>
    <message>
        <source>Announce the lot</source>
        <translation>Ilmoita erä</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>Toinen tiedosto</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Valitse tiedosto</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Keskeytä</translation>
    </message>
    <message>
        <source>Delivery list</source>
        <translation>Lähetysluettelo</translation>
    </message>
    <message>
        <source>Lists (*.xlsx *.csv *.tsv *.txt)</source>
        <translation>Luettelot (*.xlsx *.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Kaikki tiedostot (*)</translation>
    </message>
    <message>
        <source>Drop the delivery list here</source>
        <translation>Pudota lähetysluettelo tähän</translation>
    </message>
    <message>
        <source>Excel (XLSX) or CSV. Nothing is saved yet.</source>
        <translation>Excel (XLSX) tai CSV. Mitään ei vielä tallenneta.</translation>
    </message>
</context>
<context>
    <name>OpenReturns</name>
    <message>
        <source>Scan the device that comes back, or its receipt.</source>
        <translation>Lue palautuvan laitteen tarra tai kuitti.</translation>
    </message>
    <message>
        <source>No return waits for a decision.</source>
        <translation>Yksikään palautus ei odota ratkaisua.</translation>
    </message>
    <message>
        <source>The label, the serial number and the bars of the receipt find the sale.</source>
        <translation>Luovutus löytyy tarralla, sarjanumerolla ja kuitin viivakoodilla.</translation>
    </message>
    <message>
        <source>Waits for a decision, the oldest first</source>
        <translation>Odottaa ratkaisua, vanhin ensin</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Palautus</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Tuli</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Laite</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Malli</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>Vika</translation>
    </message>
    <message>
        <source>Warranty</source>
        <translation>Takuu</translation>
    </message>
    <message>
        <source>Open returns</source>
        <translation>Avoimet palautukset</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>kyllä</translation>
    </message>
    <message>
        <source>no</source>
        <translation>ei</translation>
    </message>
</context>
<context>
    <name>OpeningView</name>
    <message>
        <source>What is wrong with it?</source>
        <translation>Mikä laitteessa on vikana?</translation>
    </message>
    <message>
        <source>Tell it in a few words</source>
        <translation>Kerro muutamalla sanalla</translation>
    </message>
    <message>
        <source>What does not work? When?</source>
        <translation>Mikä ei toimi? Milloin?</translation>
    </message>
    <message>
        <source>Decided for repair: {0}</source>
        <translation>Päätetty korjata: {0}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Keskeytä</translation>
    </message>
    <message>
        <source>Write a few words first.</source>
        <translation>Kirjoita ensin muutama sana.</translation>
    </message>
    <message>
        <source>Open and begin</source>
        <translation>Avaa ja aloita</translation>
    </message>
    <message>
        <source>Open, work later</source>
        <translation>Avaa, korjaa myöhemmin</translation>
    </message>
    <message>
        <source>Another fault</source>
        <translation>Toinen vika</translation>
    </message>
</context>
<context>
    <name>OpposedNumbers</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ja %n muu</numerusform>
            <numerusform>ja %n muuta</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderPage</name>
    <message>
        <source>What was done</source>
        <translation>Mitä on tehty</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Ei vielä mitään.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Seuraavaksi</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Osat</translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation>Mitä voi tehdä</translation>
    </message>
</context>
<context>
    <name>OriginalCard</name>
    <message>
        <source>Save a copy</source>
        <translation>Tallenna kopio</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sulje</translation>
    </message>
</context>
<context>
    <name>OriginalView</name>
    <message>
        <source>The original</source>
        <translation>Alkuperäinen</translation>
    </message>
    <message>
        <source>The original&apos;s first page</source>
        <translation>Alkuperäisen ensimmäinen sivu</translation>
    </message>
    <message>
        <source>… the rest is in the file</source>
        <translation>… loput ovat tiedostossa</translation>
    </message>
</context>
<context>
    <name>OutSide</name>
    <message>
        <source>What came out</source>
        <translation>Mitä otettiin</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Mitä</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Koodi</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Paino</translation>
    </message>
    <message>
        <source>Nothing came out yet.</source>
        <translation>Mitään ei ole vielä otettu.</translation>
    </message>
    <message>
        <source>Came out / to expect</source>
        <translation>Otettu / odotettu</translation>
    </message>
</context>
<context>
    <name>OverlayCard</name>
    <message>
        <source>{scan} was not taken. Answer this first, then scan it again.</source>
        <translation>Koodia {scan} ei otettu. Vastaa ensin tähän ja lue koodi sitten uudelleen.</translation>
    </message>
</context>
<context>
    <name>PageSide</name>
    <message>
        <source>What differs</source>
        <translation>Mikä on eri</translation>
    </message>
    <message>
        <source>Its list stands here beside the record.</source>
        <translation>Koneen tiedot näkyvät tässä kirjattujen vieressä.</translation>
    </message>
    <message>
        <source>No machine is chosen</source>
        <translation>Konetta ei ole valittu</translation>
    </message>
    <message>
        <source>The same: {0}</source>
        <translation>Samat: {0}</translation>
    </message>
</context>
<context>
    <name>PaperSide</name>
    <message>
        <source>The workshop&apos;s seal</source>
        <translation>Pajan leima</translation>
    </message>
    <message>
        <source>Choose a row, or scan a device or a certificate.</source>
        <translation>Valitse rivi, tai lue laite tai todistus.</translation>
    </message>
    <message>
        <source>The certificate</source>
        <translation>Todistus</translation>
    </message>
</context>
<context>
    <name>PaperTray</name>
    <message>
        <source>Open the paper</source>
        <translation>Avaa paperi</translation>
    </message>
    <message>
        <source>Print the papers</source>
        <translation>Tulosta paperit</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Avaa</translation>
    </message>
</context>
<context>
    <name>PaperWork</name>
    <message>
        <source>The paper is ready</source>
        <translation>Paperi on valmis</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Tallennettu</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>Lähetetty tulostimelle</translation>
    </message>
    <message>
        <source>Copy {0} of {1}</source>
        <translation>Kopio {0}: {1}</translation>
    </message>
</context>
<context>
    <name>PartForms</name>
    <message>
        <source>What is it?</source>
        <translation>Mikä se on?</translation>
    </message>
    <message>
        <source>Who sold or gave it?</source>
        <translation>Kuka myi tai antoi sen?</translation>
    </message>
    <message>
        <source>What matters</source>
        <translation>Tekniset tiedot</translation>
    </message>
    <message>
        <source>Such as 8 GB DDR4</source>
        <translation>Esimerkiksi 8 GB DDR4</translation>
    </message>
    <message>
        <source>Fits which models?</source>
        <translation>Mihin malleihin se sopii?</translation>
    </message>
    <message>
        <source>Several with a comma between</source>
        <translation>Useampi pilkulla erotettuna</translation>
    </message>
    <message>
        <source>Model or part number</source>
        <translation>Malli tai osanumero</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Sarjanumero</translation>
    </message>
    <message>
        <source>Cost, euros</source>
        <translation>Osan hinta meille, euroa</translation>
    </message>
    <message>
        <source>Such as 15,00</source>
        <translation>Esimerkiksi 15,00</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Paikka</translation>
    </message>
    <message>
        <source>Name of the shelf or box</source>
        <translation>Hyllyn tai laatikon nimi</translation>
    </message>
    <message>
        <source>Save, print the label</source>
        <translation>Tallenna ja tulosta tarra</translation>
    </message>
    <message>
        <source>A new part</source>
        <translation>Uusi osa</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Huomautus</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Tallenna</translation>
    </message>
    <message>
        <source>Price, euros</source>
        <translation>Myyntihinta, euroa</translation>
    </message>
    <message>
        <source>Such as 25,00. Empty: not for sale.</source>
        <translation>Esimerkiksi 25,00. Tyhjä: ei myydä.</translation>
    </message>
    <message>
        <source>For which model?</source>
        <translation>Mihin malliin?</translation>
    </message>
    <message>
        <source>Empty: any model</source>
        <translation>Tyhjä: mikä tahansa malli</translation>
    </message>
    <message>
        <source>Order or device</source>
        <translation>Työ tai laite</translation>
    </message>
    <message>
        <source>Its code; may be empty</source>
        <translation>Sen koodi; voi olla tyhjä</translation>
    </message>
    <message>
        <source>Save the wish</source>
        <translation>Tallenna toive</translation>
    </message>
    <message>
        <source>A part is needed</source>
        <translation>Toivo osaa</translation>
    </message>
    <message>
        <source>Every kind</source>
        <translation>Kaikki lajit</translation>
    </message>
    <message>
        <source>Fits which model?</source>
        <translation>Mihin malliin se sopii?</translation>
    </message>
    <message>
        <source>A model, or a device&apos;s code</source>
        <translation>Malli tai laitteen koodi</translation>
    </message>
    <message>
        <source>Came out of which lot?</source>
        <translation>Mistä erästä osa on?</translation>
    </message>
    <message>
        <source>The lot&apos;s code</source>
        <translation>Erän koodi</translation>
    </message>
    <message>
        <source>Which parts?</source>
        <translation>Mitkä osat?</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Näytä</translation>
    </message>
</context>
<context>
    <name>PartSide</name>
    <message>
        <source>Scan a part, or choose a row.</source>
        <translation>Lue osan tarra, tai valitse rivi.</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Mitä tapahtui</translation>
    </message>
    <message>
        <source>The chosen part</source>
        <translation>Valittu osa</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>no place</source>
        <translation>ei paikkaa</translation>
    </message>
    <message>
        <source>in stock: {0}</source>
        <translation>hyllyssä: {0}</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>odottaa</translation>
    </message>
    <message>
        <source>any model</source>
        <translation>mikä tahansa malli</translation>
    </message>
    <message>
        <source>fits {0}</source>
        <translation>sopii: {0}</translation>
    </message>
    <message>
        <source>came out of {0}</source>
        <translation>erästä {0}</translation>
    </message>
    <message>
        <source>In device {0}</source>
        <translation>Laitteessa {0}</translation>
    </message>
    <message>
        <source>Found it? Scan its label, then the place.</source>
        <translation>Löytyikö se? Lue osan tarra ja sitten paikka.</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>Ei toimi</translation>
    </message>
    <message>
        <source>Scan the container that it goes into.</source>
        <translation>Lue astia, johon osa laitetaan.</translation>
    </message>
    <message>
        <source>Kept for {0}</source>
        <translation>Varattu: {0}</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>joku</translation>
    </message>
    <message>
        <source>{0} waits for such a part.</source>
        <translation>{0} odottaa tällaista osaa.</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>Toivottu</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Vapaa</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Paikka</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testi</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>Sopii</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Malli</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Sarjanumero</translation>
    </message>
    <message>
        <source>From device</source>
        <translation>Laitteesta</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Toimittaja</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Paino</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Maksoi</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Hinta</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Huomautus</translation>
    </message>
</context>
<context>
    <name>PartsPanel</name>
    <message>
        <source>In hand</source>
        <translation>Kädessä</translation>
    </message>
    <message>
        <source>scan the part first</source>
        <translation>lue ensin osa</translation>
    </message>
    <message>
        <source>Scan the part&apos;s label first</source>
        <translation>Lue ensin osan tarra</translation>
    </message>
    <message>
        <source>STOP: battery</source>
        <translation>STOP: akku</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Peruuta</translation>
    </message>
    <message>
        <source>Scan a part, or choose a row.</source>
        <translation>Lue osan tarra, tai valitse rivi.</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>Irrota</translation>
    </message>
    <message>
        <source>New part</source>
        <translation>Uusi osa</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Kadonnut</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testi</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Tarra</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rajaa</translation>
    </message>
    <message>
        <source>End reservation</source>
        <translation>Pura varaus</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Korjaa tietoja</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Hinta</translation>
    </message>
    <message>
        <source>A part is needed</source>
        <translation>Toivo osaa</translation>
    </message>
    <message>
        <source>Choose a row.</source>
        <translation>Valitse rivi.</translation>
    </message>
    <message>
        <source>Not needed any more</source>
        <translation>Ei enää tarvita</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yritä uudelleen</translation>
    </message>
    <message>
        <source>Now scan the place, the device or the container.</source>
        <translation>Lue nyt paikka, laite tai astia.</translation>
    </message>
    <message>
        <source>Stick the new label on.</source>
        <translation>Liimaa uusi tarra.</translation>
    </message>
    <message>
        <source>Nobody said that it fits this model. Check it.</source>
        <translation>Osaa ei ole kirjattu tähän malliin. Tarkista.</translation>
    </message>
    <message>
        <source>Somebody waits for such a part.</source>
        <translation>Joku odottaa tällaista osaa.</translation>
    </message>
    <message numerus="yes">
        <source>%n parts</source>
        <translation>
            <numerusform>%n osa</numerusform>
            <numerusform>%n osaa</numerusform>
        </translation>
    </message>
    <message>
        <source>were there</source>
        <translation>olivat jo siellä</translation>
    </message>
    <message>
        <source>Nobody waits for it any more.</source>
        <translation>Kukaan ei enää odota sitä.</translation>
    </message>
    <message>
        <source>It is in stock</source>
        <translation>Sellainen on hyllyssä</translation>
    </message>
    <message>
        <source>We wait for such a part.</source>
        <translation>Tällaista osaa odotetaan.</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Peruutettu</translation>
    </message>
</context>
<context>
    <name>PeopleForms</name>
    <message>
        <source>Short name</source>
        <translation>Lyhyt nimi</translation>
    </message>
    <message>
        <source>On screens and the badge: T07</source>
        <translation>Näytöllä ja kortissa: T07</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Kieli</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nimi</translation>
    </message>
    <message>
        <source>Only who approves: on certificates</source>
        <translation>Vain hyväksyjälle: todistuksiin</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Nimike</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rooli</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Uusi tekijä</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Lisää</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Tallenna</translation>
    </message>
    <message>
        <source>{0}: new PIN</source>
        <translation>{0}: uusi PIN</translation>
    </message>
    <message>
        <source>Four digits or more</source>
        <translation>Vähintään neljä numeroa</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>PIN again</source>
        <translation>PIN uudelleen</translation>
    </message>
    <message>
        <source>The two PINs are not the same.</source>
        <translation>PIN-koodit eivät ole samat.</translation>
    </message>
</context>
<context>
    <name>PeoplePanel</name>
    <message>
        <source>Fetching the people</source>
        <translation>Haetaan tekijöitä</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Tekijät</translation>
    </message>
    <message>
        <source>No names but of who approves.</source>
        <translation>Nimi vain sillä, joka hyväksyy.</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Lyhyt nimi</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rooli</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nimi</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>Kortti</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>on</translation>
    </message>
    <message>
        <source>badge only</source>
        <translation>vain kortti</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Lisää tekijä</translation>
    </message>
    <message>
        <source>Print all badges</source>
        <translation>Tulosta kaikki kortit</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>Uusi PIN</translation>
    </message>
    <message>
        <source>This role has only a badge.</source>
        <translation>Tällä roolilla on vain kortti.</translation>
    </message>
    <message>
        <source>Print the badge</source>
        <translation>Tulosta kortti</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Muuta</translation>
    </message>
    <message>
        <source>Change role</source>
        <translation>Vaihda rooli</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Poista</translation>
    </message>
    <message>
        <source>Own permissions</source>
        <translation>Omat luvat</translation>
    </message>
    <message>
        <source>This role is given nothing person by person.</source>
        <translation>Tälle roolille ei anneta omia lupia.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yritä uudelleen</translation>
    </message>
    <message>
        <source>Nobody is chosen</source>
        <translation>Ketään ei ole valittu</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Kieli</translation>
    </message>
    <message>
        <source>On certificates</source>
        <translation>Todistuksissa</translation>
    </message>
    <message>
        <source>Take the badge of {0} out of use?</source>
        <translation>Poistetaanko kortti {0} käytöstä?</translation>
    </message>
    <message>
        <source>The history keeps what was done with it.</source>
        <translation>Sillä tehdyt asiat säilyvät historiassa.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Säilytä</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sulje</translation>
    </message>
    <message>
        <source>{0}: own permissions</source>
        <translation>{0}: omat luvat</translation>
    </message>
    <message>
        <source>Give one only to who was taught the work.</source>
        <translation>Anna lupa vain sille, joka on perehdytetty työhön.</translation>
    </message>
    <message>
        <source>Take away: {0}</source>
        <translation>Poista lupa: {0}</translation>
    </message>
    <message>
        <source>Give: {0}</source>
        <translation>Anna lupa: {0}</translation>
    </message>
</context>
<context>
    <name>PeoplePresenter</name>
    <message>
        <source>{0} has a permission more</source>
        <translation>{0} sai luvan</translation>
    </message>
    <message>
        <source>{0} has a permission less</source>
        <translation>Lupa poistettiin: {0}</translation>
    </message>
    <message>
        <source>{0} has a badge now. Print it.</source>
        <translation>{0} on lisätty. Tulosta kortti.</translation>
    </message>
    <message>
        <source>{0} is changed</source>
        <translation>{0} on muutettu</translation>
    </message>
    <message>
        <source>{0} has another role now</source>
        <translation>{0}: rooli on vaihdettu</translation>
    </message>
    <message>
        <source>{0} has a new PIN</source>
        <translation>{0}: PIN on vaihdettu</translation>
    </message>
    <message>
        <source>{0}: the badge does not work any more</source>
        <translation>{0}: kortti ei enää toimi</translation>
    </message>
    <message>
        <source>The badges are ready to print</source>
        <translation>Kortit ovat valmiina tulostettaviksi</translation>
    </message>
</context>
<context>
    <name>PersonCorner</name>
    <message>
        <source>Lock F12</source>
        <translation>Lukitse F12</translation>
    </message>
</context>
<context>
    <name>PhoneCard</name>
    <message>
        <source>Reset of {0}</source>
        <translation>Nollaus: {0}</translation>
    </message>
    <message>
        <source>As the phone showed it before the reset, such as Android 13.</source>
        <translation>Niin kuin puhelin näytti sen ennen nollausta, esimerkiksi Android 13.</translation>
    </message>
    <message>
        <source>Version of the system</source>
        <translation>Järjestelmän versio</translation>
    </message>
    <message>
        <source>That is our own label. Scan the IMEI or serial.</source>
        <translation>Tämä on oma tarramme. Lue IMEI tai sarjanumero.</translation>
    </message>
    <message>
        <source>Which phone or tablet is it?</source>
        <translation>Mikä puhelin tai tabletti tämä on?</translation>
    </message>
    <message>
        <source>Scan the IMEI or serial of the phone.</source>
        <translation>Lue puhelimen IMEI tai sarjanumero.</translation>
    </message>
    <message>
        <source>Photograph the start screen.</source>
        <translation>Ota kuva aloitusnäytöstä.</translation>
    </message>
    <message>
        <source>Photo: {0}</source>
        <translation>Kuva: {0}</translation>
    </message>
    <message>
        <source>No photo yet.</source>
        <translation>Kuvaa ei ole vielä.</translation>
    </message>
    <message>
        <source>Who did it: badge read.</source>
        <translation>Tekijä: kortti luettu.</translation>
    </message>
    <message>
        <source>Did another person reset it? Scan their badge.</source>
        <translation>Tekikö toinen nollauksen? Lue hänen korttinsa.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Keskeytä</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Edellinen kysymys</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Tallenna</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Kuva</translation>
    </message>
    <message>
        <source>Wait a moment.</source>
        <translation>Odota hetki.</translation>
    </message>
    <message>
        <source>Choose the photo of the start screen.</source>
        <translation>Valitse kuva aloitusnäytöstä.</translation>
    </message>
    <message>
        <source>Write the version of the system.</source>
        <translation>Kirjoita järjestelmän versio.</translation>
    </message>
    <message>
        <source>Photo of the start screen</source>
        <translation>Kuva aloitusnäytöstä</translation>
    </message>
</context>
<context>
    <name>PhotoCard</name>
    <message>
        <source>Why is it removed?</source>
        <translation>Miksi kuva poistetaan?</translation>
    </message>
    <message>
        <source>Remove the picture</source>
        <translation>Poista kuva</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Peru</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sulje</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Poista</translation>
    </message>
    <message>
        <source>The picture was removed.</source>
        <translation>Kuva on poistettu.</translation>
    </message>
</context>
<context>
    <name>PhotoStrip</name>
    <message>
        <source>No pictures yet.</source>
        <translation>Ei vielä kuvia.</translation>
    </message>
    <message>
        <source>New in the folder. Tap the right one.</source>
        <translation>Uusia kuvia. Napauta oikeaa.</translation>
    </message>
    <message>
        <source>Newest picture</source>
        <translation>Uusin kuva</translation>
    </message>
    <message>
        <source>Choose the camera&apos;s folder</source>
        <translation>Valitse kameran kansio</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>Tiedostosta</translation>
    </message>
    <message>
        <source>From the clipboard</source>
        <translation>Leikepöydältä</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Kuva</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.webp)</source>
        <translation>Kuvat (*.jpg *.jpeg *.png *.webp)</translation>
    </message>
    <message>
        <source>The camera&apos;s folder</source>
        <translation>Kameran kansio</translation>
    </message>
    <message>
        <source>The picture is kept.</source>
        <translation>Kuva on tallessa.</translation>
    </message>
    <message>
        <source>This picture is here already.</source>
        <translation>Tämä kuva on jo täällä.</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Muut</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Poista</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Ota</translation>
    </message>
    <message numerus="yes">
        <source>%n files in the folder can not be opened.</source>
        <translation>
            <numerusform>%n kuvaa kansiossa ei aukea.</numerusform>
            <numerusform>%n kuvaa kansiossa ei aukea.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotosCard</name>
    <message>
        <source>Pictures</source>
        <translation>Kuvat</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Valmis</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sulje</translation>
    </message>
</context>
<context>
    <name>PickCard</name>
    <message>
        <source>Cancel</source>
        <translation>Keskeytä</translation>
    </message>
</context>
<context>
    <name>PinCard</name>
    <message>
        <source>Give your PIN</source>
        <translation>Anna PIN</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Keskeytä</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Erase</source>
        <translation>Pyyhi</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message numerus="yes">
        <source>%n digits</source>
        <translation>
            <numerusform>%n numero</numerusform>
            <numerusform>%n numeroa</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PolicySection</name>
    <message>
        <source>Wiping policy</source>
        <translation>Tyhjennyskäytäntö</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Tallennusväline</translation>
    </message>
    <message>
        <source>Ordinary data</source>
        <translation>Tavanomaiset tiedot</translation>
    </message>
    <message>
        <source>Confidential data</source>
        <translation>Luottamukselliset tiedot</translation>
    </message>
    <message>
        <source>What is asked of each medium</source>
        <translation>Mitä kultakin välineeltä vaaditaan</translation>
    </message>
    <message>
        <source>Versions of the policy</source>
        <translation>Käytännön versiot</translation>
    </message>
    <message>
        <source>The city&apos;s decision about SSDs</source>
        <translation>Kaupungin päätös SSD-levyistä</translation>
    </message>
    <message>
        <source>Change a level</source>
        <translation>Muuta tasoa</translation>
    </message>
    <message>
        <source>The city&apos;s decision about the data class</source>
        <translation>Kaupungin päätös tietoluokasta</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Voimassa</translation>
    </message>
    <message>
        <source>version {0} since {1}</source>
        <translation>versio {0}, {1} alkaen</translation>
    </message>
    <message>
        <source>Rests on</source>
        <translation>Perustuu</translation>
    </message>
    <message>
        <source>SSDs</source>
        <translation>SSD-levyt</translation>
    </message>
    <message>
        <source>Comes</source>
        <translation>Tulossa</translation>
    </message>
    <message>
        <source>version {0} from {1}, {2}</source>
        <translation>versio {0}, {1} alkaen, {2}</translation>
    </message>
    <message>
        <source>Reference of the document</source>
        <translation>Asiakirjan tunnus</translation>
    </message>
    <message>
        <source>For example: HEL 2026-004711</source>
        <translation>Esimerkiksi: HEL 2026-004711</translation>
    </message>
    <message>
        <source>Day of the document</source>
        <translation>Asiakirjan päivä</translation>
    </message>
    <message>
        <source>For example: 21.11.2026</source>
        <translation>Esimerkiksi: 21.11.2026</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Päätös</translation>
    </message>
    <message>
        <source>Whose media</source>
        <translation>Kenen välineet</translation>
    </message>
    <message>
        <source>Every sender&apos;s</source>
        <translation>Kaikkien lähettäjien</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Tiedot</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Taso</translation>
    </message>
    <message>
        <source>Record the decision</source>
        <translation>Kirjaa päätös</translation>
    </message>
    <message>
        <source>It holds for lots that are opened from now on.</source>
        <translation>Se koskee eriä, jotka avataan tästä lähtien.</translation>
    </message>
    <message>
        <source>See what changes</source>
        <translation>Katso, mitä muuttuu</translation>
    </message>
    <message>
        <source>Choose a level.</source>
        <translation>Valitse taso.</translation>
    </message>
    <message>
        <source>Change from tomorrow</source>
        <translation>Muuta huomisesta alkaen</translation>
    </message>
    <message>
        <source>It takes effect tomorrow and stands on every certificate after it.</source>
        <translation>Muutos tulee voimaan huomenna. Se näkyy kaikissa sen jälkeen annetuissa todistuksissa.</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>Kierroksia</translation>
    </message>
    <message>
        <source>Write the day as 21.11.2026.</source>
        <translation>Kirjoita päivä näin: 21.11.2026.</translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation>Älä muuta</translation>
    </message>
    <message>
        <source>From {0} on</source>
        <translation>Muutos {0} alkaen</translation>
    </message>
    <message>
        <source>Version {0} holds from {1}</source>
        <translation>Versio {0} on voimassa {1} alkaen</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Choose a row to see what is said of it.</source>
        <translation>Valitse rivi, niin näet, mitä siitä sanotaan.</translation>
    </message>
    <message>
        <source>Take the rows with problems as “to be identified”</source>
        <translation>Ota ongelmarivit ”tunnistetaan myöhemmin”</translation>
    </message>
    <message>
        <source>Expect the same list once more</source>
        <translation>Odota samaa luetteloa vielä kerran</translation>
    </message>
    <message>
        <source>Rows have problems. Take them as “to be identified”, or mend the list.</source>
        <translation>Riveissä on ongelmia. Ota ne ”tunnistetaan myöhemmin” tai korjaa luettelo.</translation>
    </message>
    <message>
        <source>Lot {0} has the same list.</source>
        <translation>Erällä {0} on sama luettelo.</translation>
    </message>
    <message>
        <source>About the whole list</source>
        <translation>Koko luettelosta</translation>
    </message>
    <message numerus="yes">
        <source>%n devices</source>
        <translation>
            <numerusform>%n laite</numerusform>
            <numerusform>%n laitetta</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines of many things</source>
        <translation>
            <numerusform>%n määrärivi</numerusform>
            <numerusform>%n määräriviä</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows have a problem</source>
        <translation>
            <numerusform>%n rivissä on ongelma</numerusform>
            <numerusform>%n rivissä on ongelma</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows skipped</source>
        <translation>
            <numerusform>%n rivi ohitettu</numerusform>
            <numerusform>%n riviä ohitettu</numerusform>
        </translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Rivi</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tyyppi</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Malli</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Sarjanumero</translation>
    </message>
    <message>
        <source>Inventory number</source>
        <translation>Inventaarinumero</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tila</translation>
    </message>
    <message>
        <source>Rows of the list</source>
        <translation>Luettelon rivit</translation>
    </message>
    <message>
        <source>Nothing to remark on this row.</source>
        <translation>Tässä rivissä ei ole huomautettavaa.</translation>
    </message>
</context>
<context>
    <name>Printers</name>
    <message>
        <source>PDF files</source>
        <translation>PDF-tiedostot</translation>
    </message>
    <message>
        <source>Printer of this computer</source>
        <translation>Tämän koneen tulostin</translation>
    </message>
    <message>
        <source>Label printer in the network</source>
        <translation>Tarratulostin verkossa</translation>
    </message>
    <message>
        <source>How it is reached</source>
        <translation>Yhteystapa</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Osoite</translation>
    </message>
    <message>
        <source>Name or IP address</source>
        <translation>Nimi tai IP-osoite</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Portti</translation>
    </message>
    <message>
        <source>Dots per inch</source>
        <translation>Pistettä tuumalla</translation>
    </message>
    <message>
        <source>Does it tell its state?</source>
        <translation>Kertooko se tilansa?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Kyllä</translation>
    </message>
    <message>
        <source>No, we look</source>
        <translation>Ei, katsomme itse</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Tulostin</translation>
    </message>
    <message>
        <source>What you call it</source>
        <translation>Millä nimellä kutsutte sitä</translation>
    </message>
    <message>
        <source>Where do labels go?</source>
        <translation>Minne tarrat menevät?</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>Käytä tätä</translation>
    </message>
    <message>
        <source>Labels that wait go there, too.</source>
        <translation>Myös odottavat tarrat menevät sinne.</translation>
    </message>
    <message>
        <source>How many?</source>
        <translation>Montako?</translation>
    </message>
    <message>
        <source>1 to 500</source>
        <translation>1–500</translation>
    </message>
    <message>
        <source>Labels ahead, on a roll</source>
        <translation>Tarroja etukäteen rullalle</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Tulosta</translation>
    </message>
    <message>
        <source>Each gets its own code. It is bound at intake.</source>
        <translation>Jokainen saa oman koodin. Se liitetään laitteeseen vastaanotossa.</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Paperi</translation>
    </message>
    <message>
        <source>Command cards for the wall</source>
        <translation>Komentokortit seinälle</translation>
    </message>
    <message>
        <source>Open the sheets</source>
        <translation>Avaa arkit</translation>
    </message>
    <message>
        <source>STOP cards are on a sheet of their own.</source>
        <translation>STOP-kortit ovat omalla arkillaan.</translation>
    </message>
    <message>
        <source>Print a label again</source>
        <translation>Tulosta tarra uudelleen</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Koodi</translation>
    </message>
    <message>
        <source>SD, LV, ER or PA</source>
        <translation>SD, LV, ER tai PA</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Miksi?</translation>
    </message>
    <message>
        <source>For example: torn</source>
        <translation>Esimerkiksi: repesi</translation>
    </message>
</context>
<context>
    <name>PurposeField</name>
    <message>
        <source>What do they show?</source>
        <translation>Mitä kuvissa näkyy?</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>Asema</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tiedosto</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Kansio</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Kansio:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>Tiedosto&amp;tyyppi:</translation>
    </message>
</context>
<context>
    <name>Quarantine</name>
    <message>
        <source>today</source>
        <translation>tänään</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Sarjanumero</translation>
    </message>
    <message>
        <source>Donor</source>
        <translation>Lähettäjä</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>Erä</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Paikka</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>ei tiedossa</translation>
    </message>
    <message>
        <source>In quarantine</source>
        <translation>Karanteenissa</translation>
    </message>
    <message>
        <source>The donor was asked: {0}.</source>
        <translation>Lähettäjältä kysyttiin: {0}.</translation>
    </message>
    <message>
        <source>The donor was not asked yet.</source>
        <translation>Lähettäjältä ei ole vielä kysytty.</translation>
    </message>
    <message>
        <source>The donor released it. Afterwards it is tested again.</source>
        <translation>Lähettäjä vapautti sen. Sen jälkeen laite testataan uudelleen.</translation>
    </message>
    <message>
        <source>It was released. A second supervisor confirms.</source>
        <translation>Se on vapautettu. Toinen työnjohtaja vahvistaa.</translation>
    </message>
    <message>
        <source>The donor does not release it.</source>
        <translation>Lähettäjä ei vapauta sitä.</translation>
    </message>
    <message>
        <source>The donor does not know either.</source>
        <translation>Lähettäjäkään ei tiedä.</translation>
    </message>
    <message>
        <source>It may be stolen and was not released. Nothing is done with it.</source>
        <translation>Se voi olla varastettu, eikä sitä ole vapautettu. Sille ei tehdä mitään.</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Havaittu</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Huomautus</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Pyyntö</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Vastaus</translation>
    </message>
    <message>
        <source>From whom</source>
        <translation>Keneltä</translation>
    </message>
</context>
<context>
    <name>QuarantineForms</name>
    <message>
        <source>Never a person&apos;s name or personal code.</source>
        <translation>Ei henkilön nimeä eikä henkilötunnusta.</translation>
    </message>
    <message>
        <source>Reference number</source>
        <translation>Viitenumero</translation>
    </message>
    <message>
        <source>To quarantine</source>
        <translation>Karanteeniin</translation>
    </message>
    <message>
        <source>Nothing is done with it until it is released.</source>
        <translation>Sille ei tehdä mitään ennen vapautusta.</translation>
    </message>
    <message>
        <source>Freeing it takes two supervisors.</source>
        <translation>Vapauttamiseen tarvitaan kaksi työnjohtajaa.</translation>
    </message>
    <message>
        <source>The unit and how it answered; no person&apos;s name.</source>
        <translation>Yksikkö ja miten se vastasi; ei henkilön nimeä.</translation>
    </message>
    <message>
        <source>Where it came from</source>
        <translation>Mistä vastaus tuli</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Kirjaa</translation>
    </message>
    <message>
        <source>Which reason?</source>
        <translation>Mikä syy?</translation>
    </message>
    <message>
        <source>Short; it stays in the records.</source>
        <translation>Lyhyesti; se jää tietoihin.</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Miksi?</translation>
    </message>
    <message>
        <source>Free it</source>
        <translation>Vapauta</translation>
    </message>
    <message>
        <source>It is tested again before it goes on.</source>
        <translation>Laite testataan uudelleen ennen kuin se etenee.</translation>
    </message>
    <message>
        <source>Take it apart</source>
        <translation>Pura</translation>
    </message>
    <message>
        <source>It leaves quarantine and is taken apart.</source>
        <translation>Se lähtee karanteenista ja puretaan.</translation>
    </message>
    <message>
        <source>Its disks are wiped or destroyed all the same.</source>
        <translation>Levyt tyhjennetään tai tuhotaan silti.</translation>
    </message>
</context>
<context>
    <name>QuarantinePanel</name>
    <message>
        <source>STOP: battery</source>
        <translation>STOP: akku</translation>
    </message>
    <message>
        <source>Scan a device, or choose a row.</source>
        <translation>Lue laite tai valitse rivi.</translation>
    </message>
    <message>
        <source>Ask for a release first.</source>
        <translation>Pyydä ensin vapautus.</translation>
    </message>
    <message>
        <source>Open the request</source>
        <translation>Avaa pyyntö</translation>
    </message>
    <message>
        <source>Ask for a release</source>
        <translation>Pyydä vapautus</translation>
    </message>
    <message>
        <source>Record the answer</source>
        <translation>Kirjaa vastaus</translation>
    </message>
    <message>
        <source>Free it</source>
        <translation>Vapauta</translation>
    </message>
    <message>
        <source>Take it apart</source>
        <translation>Pura</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yritä uudelleen</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>ei löydy</translation>
    </message>
    <message>
        <source>No device has this code</source>
        <translation>Millään laitteella ei ole tätä koodia</translation>
    </message>
    <message>
        <source>in quarantine</source>
        <translation>karanteenissa</translation>
    </message>
    <message>
        <source>It is in quarantine already</source>
        <translation>Laite on jo karanteenissa</translation>
    </message>
    <message>
        <source>Stick on the new label. Take it to the quarantine shelf.</source>
        <translation>Liimaa uusi tarra. Vie laite karanteenihyllyyn.</translation>
    </message>
    <message>
        <source>In quarantine</source>
        <translation>Karanteenissa</translation>
    </message>
    <message>
        <source>{0} is ready</source>
        <translation>{0} on valmis</translation>
    </message>
    <message numerus="yes">
        <source>%n devices</source>
        <translation>
            <numerusform>%n laite</numerusform>
            <numerusform>%n laitetta</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Avaa</translation>
    </message>
    <message>
        <source>Answer recorded</source>
        <translation>Vastaus kirjattiin</translation>
    </message>
    <message>
        <source>One reason is closed. Another one holds it.</source>
        <translation>Yksi syy poistui. Toinen pitää laitteen karanteenissa.</translation>
    </message>
    <message>
        <source>{0} is out of quarantine</source>
        <translation>{0} on pois karanteenista</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Save a copy</source>
        <translation>Tallenna kopio</translation>
    </message>
    <message>
        <source>Issue {0} anew</source>
        <translation>Anna {0} uudelleen</translation>
    </message>
    <message>
        <source>The new certificate replaces it. The old one says so from then on.</source>
        <translation>Uusi todistus korvaa vanhan. Vanha näyttää sen siitä lähtien.</translation>
    </message>
    <message>
        <source>Issue anew</source>
        <translation>Anna uudelleen</translation>
    </message>
    <message>
        <source>Revoke {0}</source>
        <translation>Peru todistus {0}</translation>
    </message>
    <message>
        <source>It stops to hold. It cannot be taken back.</source>
        <translation>Sen voimassaolo päättyy. Tätä ei voi perua.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Peru todistus</translation>
    </message>
    <message>
        <source>Save all to a folder</source>
        <translation>Tallenna kansioon</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Anna todistukset</translation>
    </message>
    <message numerus="yes">
        <source>%n devices get their certificate now.</source>
        <translation>
            <numerusform>%n laite saa todistuksen nyt.</numerusform>
            <numerusform>%n laitetta saa todistuksen nyt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Then the lot gets its certificate.</source>
        <translation>Lopuksi erä saa todistuksensa.</translation>
    </message>
    <message>
        <source>The lot gets its certificate now.</source>
        <translation>Erä saa nyt todistuksensa.</translation>
    </message>
    <message numerus="yes">
        <source>%n devices have one already.</source>
        <translation>
            <numerusform>%n laitteella on todistus jo.</numerusform>
            <numerusform>%n laitteella on todistus jo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n devices are left out.</source>
        <translation>
            <numerusform>%n laite jää pois.</numerusform>
            <numerusform>%n laitetta jää pois.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ei nyt</translation>
    </message>
    <message>
        <source>Certificates of {0}</source>
        <translation>Erän {0} todistukset</translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %n certificates were not issued.</source>
        <translation>
            <numerusform>Lopetettu: %n todistus jäi antamatta.</numerusform>
            <numerusform>Lopetettu: %n todistusta jäi antamatta.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was issued is valid.</source>
        <translation>Annetut todistukset ovat voimassa.</translation>
    </message>
    <message>
        <source>No certificate was issued</source>
        <translation>Todistusta ei annettu</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Avaa</translation>
    </message>
    <message>
        <source>A copy is in the folder of papers.</source>
        <translation>Kopio on paperien kansiossa.</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Näytä kansio</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Tulosta</translation>
    </message>
    <message>
        <source>A copy of each is in the folder of papers.</source>
        <translation>Jokaisesta on kopio paperien kansiossa.</translation>
    </message>
    <message numerus="yes">
        <source>%n certificates issued</source>
        <translation>
            <numerusform>%n todistus annettu</numerusform>
            <numerusform>%n todistusta annettu</numerusform>
        </translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Valmis</translation>
    </message>
    <message>
        <source>Some kinds are only told: open the devices and look.</source>
        <translation>Osa tyypeistä on vain kerrottu: avaa laitteet ja katso.</translation>
    </message>
    <message>
        <source>Record a wipe of {0}</source>
        <translation>Kirjaa tyhjennys: {0}</translation>
    </message>
    <message>
        <source>What was wiped?</source>
        <translation>Mikä tyhjennettiin?</translation>
    </message>
    <message>
        <source>Another way</source>
        <translation>Muu tapa</translation>
    </message>
    <message>
        <source>Is {0} in the device? Which kind?</source>
        <translation>Onko {0} laitteessa? Mikä tyyppi?</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tyyppi</translation>
    </message>
    <message>
        <source>What is {0}?</source>
        <translation>Mikä {0} on?</translation>
    </message>
    <message>
        <source>I have looked: this is right</source>
        <translation>Olen katsonut: tämä on oikein</translation>
    </message>
    <message>
        <source>Is the serial number right?</source>
        <translation>Onko sarjanumero oikein?</translation>
    </message>
    <message>
        <source>Read the barcode on the medium itself.</source>
        <translation>Lue viivakoodi itse välineestä.</translation>
    </message>
    <message>
        <source>A disk with a barcode</source>
        <translation>Levy, jossa on viivakoodi</translation>
    </message>
    <message>
        <source>Where does it lie?</source>
        <translation>Missä väline on?</translation>
    </message>
    <message>
        <source>Read the label of the shelf.</source>
        <translation>Lue hyllyn tarra.</translation>
    </message>
    <message>
        <source>A shelf with a label</source>
        <translation>Hylly, jossa on tarra</translation>
    </message>
    <message>
        <source>Who did this wipe?</source>
        <translation>Kuka teki tämän tyhjennyksen?</translation>
    </message>
    <message>
        <source>Scan the badge of who started it.</source>
        <translation>Lue sen kortti, joka aloitti.</translation>
    </message>
    <message>
        <source>A badge with a barcode</source>
        <translation>Kortti, jossa on viivakoodi</translation>
    </message>
    <message>
        <source>That is no badge.</source>
        <translation>Se ei ole kortti.</translation>
    </message>
    <message>
        <source>Which kind is {0}?</source>
        <translation>Mikä levy on {0}?</translation>
    </message>
    <message>
        <source>That is our own label. Scan the disk&apos;s serial number.</source>
        <translation>Se on oma tarramme. Lue levyn sarjanumero.</translation>
    </message>
    <message>
        <source>No disk inside {0}?</source>
        <translation>Eikö laitteessa {0} ole levyä?</translation>
    </message>
    <message>
        <source>Two persons have to say so. How do you know it?</source>
        <translation>Kahden tekijän pitää sanoa se. Mistä tiedät?</translation>
    </message>
    <message>
        <source>I opened it and looked</source>
        <translation>Avasin ja katsoin</translation>
    </message>
    <message>
        <source>This model has none</source>
        <translation>Tässä mallissa ei ole</translation>
    </message>
    <message>
        <source>It is out</source>
        <translation>Se on poissa</translation>
    </message>
    <message>
        <source>Taken {0} out of the device?</source>
        <translation>Otitko {0} pois laitteesta?</translation>
    </message>
    <message>
        <source>It gets a label of its own and still has to be wiped or destroyed.</source>
        <translation>Se saa oman tarran. Se pitää silti tyhjentää tai tuhota.</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Ei</translation>
    </message>
    <message>
        <source>Short; it stays in the records.</source>
        <translation>Lyhyesti; se jää talteen.</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Miksi?</translation>
    </message>
    <message>
        <source>Look at the disk and choose.</source>
        <translation>Katso levyä ja valitse.</translation>
    </message>
    <message>
        <source>Choose what it is.</source>
        <translation>Valitse, mikä se on.</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Todistukset</translation>
    </message>
    <message numerus="yes">
        <source>%n devices approved</source>
        <translation>
            <numerusform>%n laite hyväksytty</numerusform>
            <numerusform>%n laitetta hyväksytty</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new labels wait at the printer.</source>
        <translation>
            <numerusform>%n uusi tarra odottaa tulostimella.</numerusform>
            <numerusform>%n uutta tarraa odottaa tulostimella.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tear off the old label, stick on the new one.</source>
        <translation>Revi vanha tarra, liimaa uusi.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Myöhemmin</translation>
    </message>
    <message>
        <source>Nothing is handed over. The devices stay on the shelf.</source>
        <translation>Mitään ei luovuteta. Laitteet jäävät hyllyyn.</translation>
    </message>
    <message>
        <source>To go on later, choose “Leave for later” instead.</source>
        <translation>Jos jatkat myöhemmin, valitse Jätä kesken.</translation>
    </message>
    <message>
        <source>Cancel {0}?</source>
        <translation>Perutaanko {0}?</translation>
    </message>
    <message>
        <source>Another channel</source>
        <translation>Vaihda saajaa</translation>
    </message>
    <message>
        <source>Cancel the handover</source>
        <translation>Peru luovutus</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Jatka</translation>
    </message>
    <message>
        <source>The devices stay in the basket. Terms and discounts are asked anew.</source>
        <translation>Laitteet jäävät koriin. Ehdot ja alennukset kysytään uudelleen.</translation>
    </message>
    <message>
        <source>Who gets the device?</source>
        <translation>Kuka saa laitteen?</translation>
    </message>
    <message>
        <source>Write a sum like 5,00 or a share like 10 %.</source>
        <translation>Kirjoita summa (5,00) tai osuus (10 %).</translation>
    </message>
    <message>
        <source>Why can it not be tested?</source>
        <translation>Miksi testi ei onnistu?</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Muu syy</translation>
    </message>
    <message>
        <source>To repair</source>
        <translation>Korjaukseen</translation>
    </message>
    <message>
        <source>Take apart</source>
        <translation>Purkuun</translation>
    </message>
    <message>
        <source>For parts</source>
        <translation>Osiksi</translation>
    </message>
    <message>
        <source>Without a grade it does not go to the shelf.</source>
        <translation>Ilman kuntoluokkaa laite ei mene hyllyyn.</translation>
    </message>
    <message>
        <source>Where does it go?</source>
        <translation>Minne laite menee?</translation>
    </message>
    <message>
        <source>The computed grade is kept beside it.</source>
        <translation>Ohjelman laskema luokka jää näkyviin.</translation>
    </message>
    <message>
        <source>Which grade?</source>
        <translation>Mikä kuntoluokka?</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Syy</translation>
    </message>
    <message>
        <source>A few words. No names.</source>
        <translation>Muutama sana. Ei nimiä.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Tallenna</translation>
    </message>
    <message>
        <source>Write the reason.</source>
        <translation>Kirjoita syy.</translation>
    </message>
    <message>
        <source>What did the donor answer?</source>
        <translation>Mitä lähettäjä vastasi?</translation>
    </message>
    <message>
        <source>Open the workbook</source>
        <translation>Avaa taulukko</translation>
    </message>
    <message>
        <source>Release request {0}</source>
        <translation>Vapautuspyyntö {0}</translation>
    </message>
    <message numerus="yes">
        <source>%n devices</source>
        <translation>
            <numerusform>%n laite</numerusform>
            <numerusform>%n laitetta</numerusform>
        </translation>
    </message>
    <message>
        <source>Send it to the donor. Then wait.</source>
        <translation>Lähetä se lähettäjälle. Odota sitten vastausta.</translation>
    </message>
    <message numerus="yes">
        <source>%n devices were not seen</source>
        <translation>
            <numerusform>%n laite jäi näkemättä</numerusform>
            <numerusform>%n laitetta jäi näkemättä</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ja %n muu</numerusform>
            <numerusform>ja %n muuta</numerusform>
        </translation>
    </message>
    <message>
        <source>Look for them first: other shelves, the tables, the basket.</source>
        <translation>Etsi ne ensin: muut hyllyt, pöydät, korit.</translation>
    </message>
    <message>
        <source>Look for them</source>
        <translation>Etsi ne</translation>
    </message>
    <message>
        <source>End, they are missing</source>
        <translation>Päätä, ne puuttuvat</translation>
    </message>
    <message>
        <source>Everything was seen</source>
        <translation>Kaikki nähtiin</translation>
    </message>
    <message>
        <source>End the counting</source>
        <translation>Päätä laskenta</translation>
    </message>
    <message>
        <source>A unit or a role, such as the data protection officer; no person&apos;s name.</source>
        <translation>Yksikkö tai tehtävä, esimerkiksi tietosuojavastaava; ei henkilön nimeä.</translation>
    </message>
    <message>
        <source>Who was told?</source>
        <translation>Kenelle ilmoitettiin?</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Kirjaa</translation>
    </message>
    <message>
        <source>It stays missing. If it turns up, it is wiped and graded anew.</source>
        <translation>Se jää kadonneeksi. Jos se löytyy, se tyhjennetään ja luokitellaan uudelleen.</translation>
    </message>
    <message>
        <source>A second supervisor confirms.</source>
        <translation>Toinen työnjohtaja vahvistaa.</translation>
    </message>
    <message>
        <source>What came out?</source>
        <translation>Mitä selvisi?</translation>
    </message>
    <message>
        <source>It is lost</source>
        <translation>Menetetty</translation>
    </message>
    <message>
        <source>What did you do?</source>
        <translation>Mitä teit?</translation>
    </message>
    <message>
        <source>What is wrong with it?</source>
        <translation>Mikä laitteessa on vikana?</translation>
    </message>
    <message>
        <source>Put a part in</source>
        <translation>Asenna osa</translation>
    </message>
    <message>
        <source>Take a part out</source>
        <translation>Irrota osa</translation>
    </message>
    <message>
        <source>Take a disk out</source>
        <translation>Irrota levy</translation>
    </message>
    <message>
        <source>A part is missing</source>
        <translation>Osa puuttuu</translation>
    </message>
    <message>
        <source>What about parts?</source>
        <translation>Mitä teet osille?</translation>
    </message>
    <message>
        <source>It is on the part, and begins with OS.</source>
        <translation>Tarra on osassa. Sen alussa on OS.</translation>
    </message>
    <message>
        <source>Scan the label of the part</source>
        <translation>Lue osan tarra</translation>
    </message>
    <message>
        <source>What is taken out?</source>
        <translation>Mikä osa irrotetaan?</translation>
    </message>
    <message>
        <source>Which part is missing?</source>
        <translation>Mikä osa puuttuu?</translation>
    </message>
    <message>
        <source>Add to the list</source>
        <translation>Lisää listalle</translation>
    </message>
    <message>
        <source>Take out, print the label</source>
        <translation>Irrota ja tulosta tarra</translation>
    </message>
    <message>
        <source>Tell at the wiping station first which disks are inside.</source>
        <translation>Kerro ensin Tyhjennyksessä, mitä levyjä laitteessa on.</translation>
    </message>
    <message>
        <source>No disk is known in it</source>
        <translation>Laitteen levyjä ei tiedetä</translation>
    </message>
    <message>
        <source>Which disk?</source>
        <translation>Mikä levy?</translation>
    </message>
    <message>
        <source>The disk goes to wiping</source>
        <translation>Levy menee tyhjennykseen</translation>
    </message>
    <message>
        <source>Another part</source>
        <translation>Muu osa</translation>
    </message>
    <message>
        <source>Which part?</source>
        <translation>Mikä osa?</translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation>Mikä se on?</translation>
    </message>
    <message>
        <source>For example 8 GB DDR4.</source>
        <translation>Esimerkiksi 8 GB DDR4.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Paikka</translation>
    </message>
    <message>
        <source>Scan the shelf&apos;s label.</source>
        <translation>Lue hyllyn tarra.</translation>
    </message>
    <message>
        <source>Keep a part, {0}</source>
        <translation>Osa talteen, {0}</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Ota talteen</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Sarjanumero</translation>
    </message>
    <message>
        <source>Scan it, if it can be read.</source>
        <translation>Lue se, jos se näkyy.</translation>
    </message>
    <message>
        <source>A disk was found, {0}</source>
        <translation>Löytyi levy, {0}</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>Irrota se</translation>
    </message>
    <message>
        <source>It is in the device now</source>
        <translation>Osa on nyt laitteessa</translation>
    </message>
    <message>
        <source>Keep it for this work</source>
        <translation>Varaa tälle työlle</translation>
    </message>
    <message>
        <source>Other system</source>
        <translation>Muu järjestelmä</translation>
    </message>
    <message>
        <source>What is installed?</source>
        <translation>Mitä asennetaan?</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Valitse</translation>
    </message>
    <message>
        <source>Without an image of ours. Never write a licence key.</source>
        <translation>Ilman omaa levykuvaa. Älä kirjoita lisenssiavainta.</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>Jokin muu</translation>
    </message>
    <message>
        <source>Operating system</source>
        <translation>Käyttöjärjestelmä</translation>
    </message>
    <message>
        <source>Only if it is not in the list.</source>
        <translation>Vain jos sitä ei ole luettelossa.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versio</translation>
    </message>
    <message>
        <source>For example 22.2</source>
        <translation>Esimerkiksi 22.2</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>Versionimi</translation>
    </message>
    <message>
        <source>For example Cinnamon</source>
        <translation>Esimerkiksi Cinnamon</translation>
    </message>
    <message>
        <source>File of the disk image</source>
        <translation>Levykuvan tiedosto</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nimi</translation>
    </message>
    <message>
        <source>What people at the bench call it.</source>
        <translation>Miksi sitä pöydällä kutsutaan.</translation>
    </message>
    <message>
        <source>From its maker&apos;s page.</source>
        <translation>Valmistajan sivulta.</translation>
    </message>
    <message>
        <source>New disk image</source>
        <translation>Uusi levykuva</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Lisää</translation>
    </message>
    <message>
        <source>Never write a licence key.</source>
        <translation>Älä kirjoita lisenssiavainta.</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>Valmistaja</translation>
    </message>
    <message>
        <source>For example Lenovo</source>
        <translation>Esimerkiksi Lenovo</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Malli</translation>
    </message>
    <message>
        <source>For example ThinkPad T480</source>
        <translation>Esimerkiksi ThinkPad T480</translation>
    </message>
    <message>
        <source>It gets this first</source>
        <translation>Malli saa tämän ensin</translation>
    </message>
    <message>
        <source>Take it out of use</source>
        <translation>Poista käytöstä</translation>
    </message>
    <message>
        <source>Put it in</source>
        <translation>Laita astiaan</translation>
    </message>
    <message>
        <source>Put it on the scale, or write its weight.</source>
        <translation>Laita vaa&apos;alle, tai kirjoita paino.</translation>
    </message>
    <message>
        <source>By our records {0} is inside.</source>
        <translation>Tietojen mukaan sisällä on {0}.</translation>
    </message>
    <message>
        <source>Weight with everything in it (g)</source>
        <translation>Paino sisältöineen (g)</translation>
    </message>
    <message>
        <source>Weigh it out</source>
        <translation>Punnitse ulos</translation>
    </message>
    <message>
        <source>Open the seal</source>
        <translation>Avaa sinetti</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Ota takaisin</translation>
    </message>
    <message>
        <source>Write whole numbers.</source>
        <translation>Kirjoita kokonaislukuja.</translation>
    </message>
    <message>
        <source>Empty {0} into {1}?</source>
        <translation>Tyhjennetäänkö {0} astiaan {1}?</translation>
    </message>
    <message>
        <source>Empty it</source>
        <translation>Tyhjennä</translation>
    </message>
    <message>
        <source>New model</source>
        <translation>Uusi malli</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Kuva</translation>
    </message>
    <message>
        <source>Wrong product number</source>
        <translation>Väärä tuotenumero</translation>
    </message>
    <message>
        <source>What else?</source>
        <translation>Mitä muuta?</translation>
    </message>
    <message>
        <source>Write places and grams as whole numbers.</source>
        <translation>Kirjoita levypaikat ja grammat kokonaislukuina.</translation>
    </message>
    <message>
        <source>Which number is wrong?</source>
        <translation>Mikä numero on väärä?</translation>
    </message>
    <message>
        <source>A picture of the model</source>
        <translation>Mallin kuva</translation>
    </message>
    <message>
        <source>Keep: {0}</source>
        <translation>Jätä: {0}</translation>
    </message>
    <message>
        <source>They are two models</source>
        <translation>Ne ovat eri mallit</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Keskeytä</translation>
    </message>
    <message>
        <source>Devices and product numbers of both go on with the one that stays.</source>
        <translation>Molempien laitteet ja tuotenumerot siirtyvät jäävälle mallille.</translation>
    </message>
    <message>
        <source>They can be taken apart again.</source>
        <translation>Mallit voi erottaa uudelleen.</translation>
    </message>
    <message>
        <source>Are these the same model?</source>
        <translation>Ovatko nämä sama malli?</translation>
    </message>
    <message>
        <source>Which one is a model of its own?</source>
        <translation>Mikä on oma mallinsa?</translation>
    </message>
    <message>
        <source>Leave it there</source>
        <translation>Jätä sinne</translation>
    </message>
    <message>
        <source>Move it here</source>
        <translation>Siirrä tänne</translation>
    </message>
    <message>
        <source>{0} has the number {1}.</source>
        <translation>Mallilla {0} on numero {1}.</translation>
    </message>
    <message>
        <source>Another model has this number</source>
        <translation>Toisella mallilla on tämä numero</translation>
    </message>
    <message numerus="yes">
        <source>%n containers</source>
        <translation>
            <numerusform>%n astia</numerusform>
            <numerusform>%n astiaa</numerusform>
        </translation>
    </message>
    <message>
        <source>The waste codes of today go on the packing list. This is not undone.</source>
        <translation>Pakkausluetteloon tulevat tämän päivän jätenimikkeet. Lähetystä ei voi perua.</translation>
    </message>
    <message>
        <source>It stands on the packing list beside the waste code.</source>
        <translation>Koodi tulee pakkausluetteloon jätenimikkeen viereen.</translation>
    </message>
    <message>
        <source>Hazardous waste is on it: make the transfer document.</source>
        <translation>Mukana on vaarallista jätettä: tee siirtoasiakirja.</translation>
    </message>
    <message>
        <source>Packing list {0}</source>
        <translation>Pakkausluettelo {0}</translation>
    </message>
    <message>
        <source>It is not installed any more. What was installed stays.</source>
        <translation>Sitä ei enää asenneta. Tehdyt asennukset jäävät.</translation>
    </message>
    <message>
        <source>What happens to the work?</source>
        <translation>Minne työ siirtyy?</translation>
    </message>
    <message>
        <source>Does it work?</source>
        <translation>Toimiiko se?</translation>
    </message>
    <message>
        <source>What does not work?</source>
        <translation>Mikä ei toimi?</translation>
    </message>
    <message>
        <source>Where did you look?</source>
        <translation>Mistä etsit?</translation>
    </message>
    <message>
        <source>It is missing</source>
        <translation>Se on kadonnut</translation>
    </message>
    <message>
        <source>Fit it now</source>
        <translation>Asenna nyt</translation>
    </message>
    <message>
        <source>Keep it for this device</source>
        <translation>Varaa tälle laitteelle</translation>
    </message>
    <message>
        <source>{0} into {1}?</source>
        <translation>{0} laitteeseen {1}?</translation>
    </message>
    <message>
        <source>Keep the part</source>
        <translation>Säilytä osa</translation>
    </message>
    <message>
        <source>Into the container</source>
        <translation>Astiaan</translation>
    </message>
    <message>
        <source>Is {0} scrap?</source>
        <translation>Meneekö {0} kierrätykseen?</translation>
    </message>
    <message>
        <source>It goes to recycling and is not used again.</source>
        <translation>Se menee kierrätykseen. Sitä ei käytetä enää.</translation>
    </message>
    <message>
        <source>It is not needed</source>
        <translation>Sitä ei tarvita</translation>
    </message>
    <message>
        <source>Wait on</source>
        <translation>Odota vielä</translation>
    </message>
    <message>
        <source>Wait no more?</source>
        <translation>Eikö osaa enää tarvita?</translation>
    </message>
    <message>
        <source>Write the sum in euros, such as 15,00.</source>
        <translation>Kirjoita summa euroina, esimerkiksi 15,00.</translation>
    </message>
</context>
<context>
    <name>QueueCard</name>
    <message>
        <source>Grading</source>
        <translation>Kuntoluokittelu</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Jonot</translation>
    </message>
    <message>
        <source>Nothing waits here</source>
        <translation>Tässä ei odota mitään</translation>
    </message>
    <message>
        <source>Scan a device: it opens whatever it waits for.</source>
        <translation>Lue laitteen tarra. Laite avautuu joka jonosta.</translation>
    </message>
    <message>
        <source>To grade</source>
        <translation>Luokittelu</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>Päätös</translation>
    </message>
    <message>
        <source>On the shelf</source>
        <translation>Hyllyssä</translation>
    </message>
    <message>
        <source>To repair</source>
        <translation>Korjaus</translation>
    </message>
    <message>
        <source>To take apart</source>
        <translation>Purku</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Laite</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Malli</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Kunto</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Paikka</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Huomio</translation>
    </message>
    <message>
        <source>What waits</source>
        <translation>Mitä odottaa</translation>
    </message>
    <message>
        <source>Quarantine</source>
        <translation>Karanteeni</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Syy</translation>
    </message>
    <message>
        <source>Donor</source>
        <translation>Lähettäjä</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>Odottanut</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Seuraavaksi</translation>
    </message>
    <message>
        <source>Nothing is in quarantine.</source>
        <translation>Karanteenissa ei ole mitään.</translation>
    </message>
    <message>
        <source>Is a device locked? Scan its label.</source>
        <translation>Onko jokin laite lukossa? Lue sen tarra.</translation>
    </message>
    <message numerus="yes">
        <source>%n devices</source>
        <translation>
            <numerusform>%n laite</numerusform>
            <numerusform>%n laitetta</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message>
        <source>To be taken apart</source>
        <translation>Purettavat</translation>
    </message>
    <message>
        <source>Taken apart</source>
        <translation>Puretut</translation>
    </message>
    <message>
        <source>Nothing here.</source>
        <translation>Täällä ei ole mitään.</translation>
    </message>
    <message>
        <source>What is decided for taking apart waits here.</source>
        <translation>Purettavaksi päätetyt odottavat täällä.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Laite</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Malli</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Paikka</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Huomio</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tila</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Päivä</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Sisään</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Ulos</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Jäljellä</translation>
    </message>
    <message numerus="yes">
        <source>%n devices</source>
        <translation>
            <numerusform>%n laite</numerusform>
            <numerusform>%n laitetta</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Home</source>
        <translation>Alku</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>Vastaanotto</translation>
    </message>
    <message>
        <source>Wiping</source>
        <translation>Tyhjennys</translation>
    </message>
    <message>
        <source>Destruction</source>
        <translation>Tuhoaminen</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Todisteet</translation>
    </message>
    <message>
        <source>Second look</source>
        <translation>Toinen katse</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Todistukset</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Tarkistus</translation>
    </message>
    <message>
        <source>Grading</source>
        <translation>Kuntoluokittelu</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Korjaus</translation>
    </message>
    <message>
        <source>Taking apart</source>
        <translation>Purku</translation>
    </message>
    <message>
        <source>Installation</source>
        <translation>Asennus</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>Luovutus</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>Palautus</translation>
    </message>
    <message>
        <source>Quarantine</source>
        <translation>Karanteeni</translation>
    </message>
    <message>
        <source>Devices and search</source>
        <translation>Laitteet ja haku</translation>
    </message>
    <message>
        <source>Machines&apos; lists</source>
        <translation>Konetiedot</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Osat</translation>
    </message>
    <message>
        <source>Containers</source>
        <translation>Astiat</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Mallit</translation>
    </message>
    <message>
        <source>Stocktake</source>
        <translation>Inventointi</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Raportit</translation>
    </message>
    <message>
        <source>Label queue</source>
        <translation>Tarrajono</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Tekijät</translation>
    </message>
    <message>
        <source>Upkeep</source>
        <translation>Hallinta</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Haku</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Astiat</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Laskenta</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Tarrat</translation>
    </message>
    <message>
        <source>desk {0}</source>
        <translation>työpiste {0}</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>Asemat</translation>
    </message>
</context>
<context>
    <name>ReadingCard</name>
    <message>
        <source>Reading the file</source>
        <translation>Tiedostoa luetaan</translation>
    </message>
    <message>
        <source>Its digest is computed. A large file takes a minute.</source>
        <translation>Lasketaan tiiviste. Iso tiedosto vie minuutin.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Keskeytä</translation>
    </message>
    <message>
        <source>What did you find on {0}?</source>
        <translation>Mitä löysit välineestä {0}?</translation>
    </message>
    <message>
        <source>A known report names it by itself.</source>
        <translation>Tunnettu raportti kertoo sen itse.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Ohjelma</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Huomautus</translation>
    </message>
    <message>
        <source>No evidence file yet.</source>
        <translation>Todistetta ei ole vielä valittu.</translation>
    </message>
    <message>
        <source>Evidence file: {0}</source>
        <translation>Todiste: {0}</translation>
    </message>
    <message>
        <source>Nothing: it is clean</source>
        <translation>En mitään: se on puhdas</translation>
    </message>
    <message>
        <source>Data was found</source>
        <translation>Dataa löytyi</translation>
    </message>
    <message>
        <source>Wait a moment.</source>
        <translation>Odota hetki.</translation>
    </message>
    <message>
        <source>Say what you found.</source>
        <translation>Kerro, mitä löysit.</translation>
    </message>
    <message>
        <source>Choose the file that shows it.</source>
        <translation>Valitse tiedosto, josta se näkyy.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Tallenna</translation>
    </message>
    <message>
        <source>Evidence file</source>
        <translation>Todiste</translation>
    </message>
</context>
<context>
    <name>RecentCard</name>
    <message>
        <source>Received last</source>
        <translation>Viimeksi vastaanotetut</translation>
    </message>
    <message>
        <source>Nothing yet. Scan the first device.</source>
        <translation>Ei vielä mitään. Lue ensimmäinen laite.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Laite</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Malli</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Sarjanumero</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Luettelo</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Tarra</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Aika</translation>
    </message>
    <message>
        <source>no list</source>
        <translation>ei luetteloa</translation>
    </message>
    <message>
        <source>row {0}</source>
        <translation>rivi {0}</translation>
    </message>
    <message>
        <source>extra</source>
        <translation>ylimääräinen</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>odottaa</translation>
    </message>
    <message>
        <source>on it</source>
        <translation>paikallaan</translation>
    </message>
</context>
<context>
    <name>RecordCard</name>
    <message>
        <source>Record a wipe of {0}</source>
        <translation>Kirjaa tyhjennys: {0}</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Miten</translation>
    </message>
    <message>
        <source>It succeeded</source>
        <translation>Se onnistui</translation>
    </message>
    <message>
        <source>It failed</source>
        <translation>Se epäonnistui</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Tulos</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Ohjelma</translation>
    </message>
    <message>
        <source>Its version</source>
        <translation>Sen versio</translation>
    </message>
    <message>
        <source>Why is there no report? It stays in the records.</source>
        <translation>Miksi raporttia ei ole? Syy jää talteen.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Syy</translation>
    </message>
    <message>
        <source>What did you see?</source>
        <translation>Mitä näit?</translation>
    </message>
    <message>
        <source>That is no badge.</source>
        <translation>Se ei ole kortti.</translation>
    </message>
    <message>
        <source>The policy knows no other way for this kind of medium.</source>
        <translation>Käytäntö ei tunne muuta tapaa tälle välineelle.</translation>
    </message>
    <message>
        <source>Choose the program that did it.</source>
        <translation>Valitse ohjelma, jolla se tehtiin.</translation>
    </message>
    <message>
        <source>Choose the evidence file: the program&apos;s report or a photo.</source>
        <translation>Valitse todistetiedosto: ohjelman raportti tai kuva.</translation>
    </message>
    <message>
        <source>Write why there is no report.</source>
        <translation>Kirjoita, miksi raporttia ei ole.</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>valitse</translation>
    </message>
    <message>
        <source>Who did it: badge read.</source>
        <translation>Tekijä: kortti luettu.</translation>
    </message>
    <message>
        <source>Who did it? Scan their badge. Without it the wipe waits.</source>
        <translation>Kuka teki? Lue hänen korttinsa. Ilman sitä tyhjennys odottaa.</translation>
    </message>
</context>
<context>
    <name>ReleaseCard</name>
    <message>
        <source>Device {0}.</source>
        <translation>Laite {0}.</translation>
    </message>
    <message>
        <source>Which device is it? Scan its label.</source>
        <translation>Mikä laite se on? Lue sen tarra.</translation>
    </message>
    <message>
        <source>How did the stop end?</source>
        <translation>Miten pysäytys päättyi?</translation>
    </message>
    <message>
        <source>End the stop</source>
        <translation>Päätä pysäytys</translation>
    </message>
    <message>
        <source>Until then it stays open.</source>
        <translation>Siihen asti se on auki.</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Valitse</translation>
    </message>
    <message>
        <source>How did it end?</source>
        <translation>Miten päättyi?</translation>
    </message>
    <message>
        <source>For example: battery removed</source>
        <translation>Esimerkiksi: akku irrotettu</translation>
    </message>
    <message>
        <source>What was done?</source>
        <translation>Mitä tehtiin?</translation>
    </message>
    <message>
        <source>Where is it now?</source>
        <translation>Missä se on nyt?</translation>
    </message>
</context>
<context>
    <name>Repair</name>
    <message>
        <source>Work order</source>
        <translation>Korjaustyö</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Kerrottu</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>Todettu vika</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Sarjanumero</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Paikka</translation>
    </message>
    <message>
        <source>Time used</source>
        <translation>Aikaa käytetty</translation>
    </message>
    <message>
        <source>came back</source>
        <translation>tuli takaisin</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>Muualla</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Päättyi</translation>
    </message>
    <message>
        <source>put in</source>
        <translation>asennettu</translation>
    </message>
    <message>
        <source>kept for this: {0}</source>
        <translation>varattu tähän: {0}</translation>
    </message>
    <message>
        <source>place not known</source>
        <translation>paikka ei tiedossa</translation>
    </message>
    <message>
        <source>taken out</source>
        <translation>irrotettu</translation>
    </message>
    <message>
        <source>wanted</source>
        <translation>puuttuu</translation>
    </message>
    <message>
        <source>Safety test passed</source>
        <translation>Turvatesti läpäisty</translation>
    </message>
    <message>
        <source>Safety test did not pass</source>
        <translation>Turvatesti ei mennyt läpi</translation>
    </message>
    <message>
        <source>Safety test is missing</source>
        <translation>Turvatesti tekemättä</translation>
    </message>
    <message>
        <source>Taken back: {0}</source>
        <translation>Peruttu: {0}</translation>
    </message>
    <message>
        <source>The work stands still. Do not go on with it.</source>
        <translation>Työ on pysähtynyt. Älä jatka sitä.</translation>
    </message>
    <message>
        <source>Wait until it comes back</source>
        <translation>Odota, että se palaa</translation>
    </message>
    <message>
        <source>It is at {0}.</source>
        <translation>Se on täällä: {0}.</translation>
    </message>
    <message>
        <source>The device now: {0}.</source>
        <translation>Laite nyt: {0}.</translation>
    </message>
    <message>
        <source>Take it and go on</source>
        <translation>Ota työ ja jatka sitä</translation>
    </message>
    <message>
        <source>Somebody else began. Read on the left what was done.</source>
        <translation>Toinen tekijä aloitti. Lue, mitä on tehty.</translation>
    </message>
    <message>
        <source>Undo the last step</source>
        <translation>Peru viimeisin kirjaus</translation>
    </message>
    <message>
        <source>I did something</source>
        <translation>Kirjaa, mitä teit</translation>
    </message>
    <message>
        <source>I found the fault</source>
        <translation>Kirjaa vika</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Osat</translation>
    </message>
    <message>
        <source>Lay the work aside</source>
        <translation>Siirrä työ syrjään</translation>
    </message>
    <message>
        <source>It came back</source>
        <translation>Se tuli takaisin</translation>
    </message>
    <message>
        <source>Safety test</source>
        <translation>Turvatesti</translation>
    </message>
    <message>
        <source>End the work</source>
        <translation>Päätä työ</translation>
    </message>
    <message>
        <source>Wait for the part</source>
        <translation>Odota osaa</translation>
    </message>
    <message>
        <source>I go on with it</source>
        <translation>Jatkan tätä työtä</translation>
    </message>
    <message>
        <source>I take the work</source>
        <translation>Otan työn</translation>
    </message>
    <message>
        <source>That cannot be done now.</source>
        <translation>Tätä ei voi tehdä nyt.</translation>
    </message>
    <message>
        <source>When the part is here, scan its label.</source>
        <translation>Kun osa tulee, ota työ ja lue osan tarra.</translation>
    </message>
    <message>
        <source>Fetch the part and take the work</source>
        <translation>Hae osa ja ota työ</translation>
    </message>
    <message>
        <source>Take the work</source>
        <translation>Ota työ</translation>
    </message>
    <message>
        <source>Then look what is wrong.</source>
        <translation>Katso sitten, mikä on vikana.</translation>
    </message>
    <message>
        <source>Read what was done already.</source>
        <translation>Lue, mitä on jo tehty.</translation>
    </message>
    <message>
        <source>Look what is wrong</source>
        <translation>Katso, mikä on vikana</translation>
    </message>
    <message>
        <source>Write down what you find.</source>
        <translation>Kirjaa, mitä löydät.</translation>
    </message>
    <message>
        <source>Put the part in</source>
        <translation>Asenna osa</translation>
    </message>
    <message>
        <source>Scan its label: {0}</source>
        <translation>Lue osan tarra: {0}</translation>
    </message>
    <message>
        <source>Fetch the part and put it in</source>
        <translation>Hae osa ja asenna se</translation>
    </message>
    <message>
        <source>A part is missing</source>
        <translation>Osa puuttuu</translation>
    </message>
    <message>
        <source>Lay the work aside until the part comes.</source>
        <translation>Työ odottaa, kunnes osa tulee.</translation>
    </message>
    <message>
        <source>Mend it</source>
        <translation>Korjaa laite</translation>
    </message>
    <message>
        <source>Write down what you did.</source>
        <translation>Kirjaa, mitä teit.</translation>
    </message>
    <message>
        <source>Ready? Then to the test</source>
        <translation>Valmis? Siirrä testiin</translation>
    </message>
    <message>
        <source>Not yet? Write down what you do next.</source>
        <translation>Vielä kesken? Kirjaa, mitä teit.</translation>
    </message>
    <message>
        <source>Do the electrical safety test</source>
        <translation>Tee sähköturvallisuustesti</translation>
    </message>
    <message>
        <source>Look, measure, write the figures.</source>
        <translation>Katso, mittaa ja kirjoita luvut.</translation>
    </message>
    <message>
        <source>The safety test did not pass</source>
        <translation>Turvatesti ei mennyt läpi</translation>
    </message>
    <message>
        <source>Take the work, mend it and test again.</source>
        <translation>Ota työ, korjaa ja testaa uudestaan.</translation>
    </message>
    <message>
        <source>It waits for the electrical safety test</source>
        <translation>Odottaa sähköturvallisuustestiä</translation>
    </message>
    <message>
        <source>Ask a supervisor.</source>
        <translation>Pyydä työnjohtaja.</translation>
    </message>
    <message>
        <source>Does it work now? End the work</source>
        <translation>Toimiiko laite? Päätä työ</translation>
    </message>
    <message>
        <source>If not, take the work and go on.</source>
        <translation>Jos ei toimi, ota työ ja jatka.</translation>
    </message>
    <message>
        <source>Another one goes on</source>
        <translation>Toinen tekijä jatkaa</translation>
    </message>
    <message>
        <source>It waits for a part</source>
        <translation>Työ odottaa osaa</translation>
    </message>
    <message>
        <source>To the test</source>
        <translation>Siirrä testiin</translation>
    </message>
    <message>
        <source>To a repairer outside</source>
        <translation>Korjaajalle muualle</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Odottaa</translation>
    </message>
    <message>
        <source>In work</source>
        <translation>Työn alla</translation>
    </message>
    <message>
        <source>Waiting for a part</source>
        <translation>Odottaa osaa</translation>
    </message>
    <message>
        <source>To test</source>
        <translation>Testattavana</translation>
    </message>
    <message>
        <source>Done today</source>
        <translation>Valmiit tänään</translation>
    </message>
    <message>
        <source>today</source>
        <translation>tänään</translation>
    </message>
    <message>
        <source>{0} d</source>
        <translation>{0} pv</translation>
    </message>
    <message>
        <source>Nothing is on the board.</source>
        <translation>Taululla ei ole mitään.</translation>
    </message>
    <message>
        <source>Open a work order</source>
        <translation>Avaa korjaustyö</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Avaa</translation>
    </message>
    <message>
        <source>Outside: {0}</source>
        <translation>Muualla: {0}</translation>
    </message>
    <message>
        <source>In your hands</source>
        <translation>Sinulla kesken</translation>
    </message>
    <message>
        <source>Somebody works on it</source>
        <translation>Toisella kesken</translation>
    </message>
    <message>
        <source>The part is here</source>
        <translation>Osa on tullut</translation>
    </message>
    <message>
        <source>At least {0}</source>
        <translation>Vähintään {0}</translation>
    </message>
    <message>
        <source>At most {0}</source>
        <translation>Enintään {0}</translation>
    </message>
    <message>
        <source>Mains voltage: only a supervisor opens a power supply. Replace it whole.</source>
        <translation>Verkkojännite: virtalähteen avaa vain työnjohtaja. Vaihda se kokonaan.</translation>
    </message>
    <message>
        <source>A battery is taken out by a supervisor, or by a maker who has the permission.</source>
        <translation>Akun irrottaa työnjohtaja tai tekijä, jolla on siihen lupa.</translation>
    </message>
    <message>
        <source>The safety test is done by a supervisor, or by a maker who has the permission.</source>
        <translation>Sähköturvallisuustestin tekee työnjohtaja tai tekijä, jolla on siihen lupa.</translation>
    </message>
    <message>
        <source>A supervisor sends things to a repairer outside.</source>
        <translation>Työnjohtaja lähettää laitteen korjaajalle.</translation>
    </message>
</context>
<context>
    <name>RepairForms</name>
    <message>
        <source>What you did, in a few words.</source>
        <translation>Kerro muutamalla sanalla.</translation>
    </message>
    <message>
        <source>May be empty.</source>
        <translation>Voi jättää tyhjäksi.</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Mitä tehtiin</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Mikä on vikana</translation>
    </message>
    <message>
        <source>What you found, in a few words.</source>
        <translation>Kerro muutamalla sanalla, mitä löysit.</translation>
    </message>
    <message>
        <source>Kind of fault</source>
        <translation>Vian laji</translation>
    </message>
    <message>
        <source>What kind</source>
        <translation>Millainen</translation>
    </message>
    <message>
        <source>For example 8 GB DDR4, or 14 inches 1920x1080.</source>
        <translation>Esimerkiksi 8 Gt DDR4 tai 14 tuumaa 1920x1080.</translation>
    </message>
    <message>
        <source>Part number</source>
        <translation>Osanumero</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Huomautus</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Sarjanumero</translation>
    </message>
    <message>
        <source>Scan it, or leave it empty.</source>
        <translation>Lue se, tai jätä tyhjäksi.</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>Valmistaja</translation>
    </message>
    <message>
        <source>How it is</source>
        <translation>Missä kunnossa</translation>
    </message>
    <message>
        <source>Shelf</source>
        <translation>Hylly</translation>
    </message>
    <message>
        <source>Scan the shelf, or leave it empty.</source>
        <translation>Lue hyllyn tarra, tai jätä tyhjäksi.</translation>
    </message>
    <message>
        <source>Repairer</source>
        <translation>Korjaaja</translation>
    </message>
    <message>
        <source>The firm&apos;s name; no person&apos;s name.</source>
        <translation>Yrityksen nimi. Ei henkilön nimeä.</translation>
    </message>
    <message>
        <source>What goes out</source>
        <translation>Mikä lähtee</translation>
    </message>
    <message>
        <source>What goes</source>
        <translation>Lähteekö</translation>
    </message>
    <message>
        <source>The whole device</source>
        <translation>Koko laite</translation>
    </message>
    <message>
        <source>Only a part of it</source>
        <translation>Vain osa laitteesta</translation>
    </message>
    <message>
        <source>A whole device goes only when it holds no data.</source>
        <translation>Koko laite lähtee vain, kun siinä ei ole tietoja.</translation>
    </message>
    <message>
        <source>What they did</source>
        <translation>Mitä korjaaja teki</translation>
    </message>
    <message>
        <source>Cost in euros</source>
        <translation>Hinta euroina</translation>
    </message>
    <message>
        <source>With VAT, for example 95,00. May be empty.</source>
        <translation>Sisältää alv:n, esimerkiksi 95,00. Voi jättää tyhjäksi.</translation>
    </message>
    <message>
        <source>Short; it stays in the records.</source>
        <translation>Lyhyesti. Jää tietoihin.</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Miksi?</translation>
    </message>
</context>
<context>
    <name>RepairPanel</name>
    <message>
        <source>Work order</source>
        <translation>Korjaustyö</translation>
    </message>
    <message>
        <source>place</source>
        <translation>paikka</translation>
    </message>
    <message>
        <source>STOP: battery</source>
        <translation>STOP: akku</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Takaisin</translation>
    </message>
    <message>
        <source>Next card</source>
        <translation>Seuraava kortti</translation>
    </message>
    <message>
        <source>Next column</source>
        <translation>Seuraava sarake</translation>
    </message>
    <message>
        <source>The whole board</source>
        <translation>Koko taulu</translation>
    </message>
    <message>
        <source>Back to the board</source>
        <translation>Takaisin taululle</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yritä uudestaan</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Avataan…</translation>
    </message>
    <message>
        <source>Take the work first</source>
        <translation>Ota ensin työ</translation>
    </message>
    <message>
        <source>Open the work first</source>
        <translation>Avaa ensin työ</translation>
    </message>
    <message>
        <source>Scan the device, then the part.</source>
        <translation>Lue ensin laitteen tarra, sitten osan.</translation>
    </message>
</context>
<context>
    <name>ReportCard</name>
    <message>
        <source>What is wrong?</source>
        <translation>Mikä on vikana?</translation>
    </message>
    <message>
        <source>Answer first. Then scan the next device.</source>
        <translation>Vastaa ensin. Lue sitten seuraava laite.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Salasana</translation>
    </message>
    <message>
        <source>The machine asks a password when it starts</source>
        <translation>Kone kysyy salasanaa, kun se käynnistyy</translation>
    </message>
    <message>
        <source>Management</source>
        <translation>Hallintatili</translation>
    </message>
    <message>
        <source>The device asks an organisation&apos;s account</source>
        <translation>Laite kysyy organisaation tiliä</translation>
    </message>
    <message>
        <source>Stolen?</source>
        <translation>Varastettu?</translation>
    </message>
    <message>
        <source>Somebody says that it is stolen</source>
        <translation>Joku sanoo, että se on varastettu</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Peruuta</translation>
    </message>
</context>
<context>
    <name>ReportPages</name>
    <message>
        <source>Device</source>
        <translation>Laite</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Malli</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Sarjanumero</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Taso</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Todistus</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Luokka</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tila</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Paino</translation>
    </message>
    <message>
        <source>Choose a lot, or scan its code.</source>
        <translation>Valitse erä tai lue sen koodi.</translation>
    </message>
    <message>
        <source>The table shows every device of the lot as it stands now.</source>
        <translation>Taulukossa on erän jokainen laite sellaisena kuin se nyt on.</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>Erä</translation>
    </message>
    <message>
        <source>Devices of the lot</source>
        <translation>Erän laitteet</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Ryhmä</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Mitä</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Määrä</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Laitteita</translation>
    </message>
    <message>
        <source>Not weighed</source>
        <translation>Punnitsematta</translation>
    </message>
    <message>
        <source>Choose a month.</source>
        <translation>Valitse kuukausi.</translation>
    </message>
    <message>
        <source>The table shows the figures that the city asks for.</source>
        <translation>Taulukossa ovat luvut, joita kaupunki kysyy.</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Kuukausi</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Luvut</translation>
    </message>
    <message>
        <source>Paper number</source>
        <translation>Numero</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Paperi</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Aihe</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Milloin</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Kopioita</translation>
    </message>
    <message>
        <source>No paper has been issued yet.</source>
        <translation>Yhtään paperia ei ole vielä tehty.</translation>
    </message>
    <message>
        <source>Receipts, notes and reports come here when they are made.</source>
        <translation>Kuitit, lähetteet ja raportit tulevat tänne, kun ne tehdään.</translation>
    </message>
    <message>
        <source>Kind of paper</source>
        <translation>Paperin laji</translation>
    </message>
    <message>
        <source>Issued papers</source>
        <translation>Tehdyt paperit</translation>
    </message>
</context>
<context>
    <name>ReportsPanel</name>
    <message>
        <source>Lot</source>
        <translation>Erä</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Kuukausi</translation>
    </message>
    <message>
        <source>Issued papers</source>
        <translation>Tehdyt paperit</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Mitä näytetään</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Raportit</translation>
    </message>
    <message>
        <source>papers</source>
        <translation>paperit</translation>
    </message>
    <message>
        <source>lot</source>
        <translation>erä</translation>
    </message>
    <message>
        <source>Choose first what the report is about.</source>
        <translation>Valitse ensin, mistä raportti tehdään.</translation>
    </message>
    <message>
        <source>Make the report (PDF and XLSX)</source>
        <translation>Tee raportti (PDF ja XLSX)</translation>
    </message>
    <message>
        <source>For the city only: small numbers may tell who got a device.</source>
        <translation>Vain kaupungille: pienistä luvuista voi päätellä, kuka sai laitteen.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Kaikki</translation>
    </message>
    <message>
        <source>Counted until {0}</source>
        <translation>Laskettu {0} asti</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Tulosta</translation>
    </message>
    <message>
        <source>Print a copy</source>
        <translation>Tulosta kopio</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Avaa</translation>
    </message>
    <message>
        <source>Save to a folder</source>
        <translation>Tallenna kansioon</translation>
    </message>
    <message>
        <source>Open the table</source>
        <translation>Avaa taulukko</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yritä uudestaan</translation>
    </message>
</context>
<context>
    <name>ReportsPresenter</name>
    <message>
        <source>The report is ready: {0}</source>
        <translation>Raportti on valmis: {0}</translation>
    </message>
</context>
<context>
    <name>RestoreCard</name>
    <message>
        <source>Restore this backup?</source>
        <translation>Palautetaanko tämä varmuuskopio?</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Varmuuskopio</translation>
    </message>
    <message>
        <source>Would be lost</source>
        <translation>Katoaisi</translation>
    </message>
    <message numerus="yes">
        <source>%n later entries</source>
        <translation>
            <numerusform>%n myöhempi tapahtuma</numerusform>
            <numerusform>%n myöhempää tapahtumaa</numerusform>
        </translation>
    </message>
    <message>
        <source>What is there now is kept aside. Codes given after it stay used.</source>
        <translation>Nykyiset tiedot pannaan talteen erilleen. Myöhemmin annettuja tunnuksia ei anneta uudelleen.</translation>
    </message>
    <message>
        <source>Close this window first. Then give this command and your PIN:</source>
        <translation>Sulje ensin tämä ikkuna. Anna sitten tämä komento ja PIN-koodisi:</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Kopioi komento</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sulje</translation>
    </message>
</context>
<context>
    <name>ResultNotices</name>
    <message>
        <source>{0}: now {1}</source>
        <translation>{0}: nyt {1}</translation>
    </message>
    <message>
        <source>Nearly full.</source>
        <translation>Melkein täynnä.</translation>
    </message>
    <message>
        <source>{0} was emptied into {1}</source>
        <translation>{0} tyhjennettiin: nyt {1}</translation>
    </message>
    <message>
        <source>{0} weighs {1}</source>
        <translation>{0}: netto {1}</translation>
    </message>
    <message>
        <source>Against the records: {0}</source>
        <translation>Ero kirjattuun: {0}</translation>
    </message>
    <message numerus="yes">
        <source>%n containers</source>
        <translation>
            <numerusform>%n astia</numerusform>
            <numerusform>%n astiaa</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsCard</name>
    <message>
        <source>Device</source>
        <translation>Laite</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Malli</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Sarjanumero</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Paikka</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tila</translation>
    </message>
    <message>
        <source>Devices found</source>
        <translation>Löydetyt laitteet</translation>
    </message>
    <message numerus="yes">
        <source>%n devices found</source>
        <translation>
            <numerusform>%n laite löytyi</numerusform>
            <numerusform>%n laitetta löytyi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %n devices. Write more to narrow it down.</source>
        <translation>
            <numerusform>Uusin %n laite. Kirjoita lisää, niin haku tarkentuu.</numerusform>
            <numerusform>Uusimmat %n laitetta. Kirjoita lisää, niin haku tarkentuu.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReturnForms</name>
    <message>
        <source>Open the device and look first.</source>
        <translation>Avaa laite ja katso ensin.</translation>
    </message>
    <message>
        <source>It was clean when it left. Now it is not in the device.</source>
        <translation>Väline oli tyhjä, kun laite lähti. Nyt se ei ole laitteessa.</translation>
    </message>
    <message>
        <source>Afterwards somebody else has to approve the device.</source>
        <translation>Joku muu hyväksyy laitteen sen jälkeen.</translation>
    </message>
    <message>
        <source>The disk stayed with the buyer</source>
        <translation>Levy jäi ostajalle</translation>
    </message>
    <message>
        <source>Which one?</source>
        <translation>Mikä väline?</translation>
    </message>
    <message>
        <source>How is it known?</source>
        <translation>Mistä se tiedetään?</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Kirjaa</translation>
    </message>
    <message>
        <source>Short; it stays in the records. Nothing about people.</source>
        <translation>Lyhyesti; jää tietoihin. Ei mitään ihmisistä.</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Miksi?</translation>
    </message>
    <message>
        <source>At most {0}.</source>
        <translation>Enintään {0}.</translation>
    </message>
    <message>
        <source>How much goes back?</source>
        <translation>Paljonko hyvitetään?</translation>
    </message>
    <message>
        <source>Write the sum in euros, such as 95,00.</source>
        <translation>Kirjoita summa euroina, esimerkiksi 95,00.</translation>
    </message>
</context>
<context>
    <name>Returns</name>
    <message>
        <source>until {0}</source>
        <translation>{0} asti</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Luovutettu</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>Luovutus</translation>
    </message>
    <message>
        <source>It ended on {0}.</source>
        <translation>Takuu päättyi {0}.</translation>
    </message>
    <message>
        <source>For faults it runs until {0}.</source>
        <translation>Vioille takuu on {0} asti.</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Sarjanumero</translation>
    </message>
    <message>
        <source>Grade then</source>
        <translation>Luokka silloin</translation>
    </message>
    <message>
        <source>Paid for it</source>
        <translation>Maksettu</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>Palautui</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>Vika</translation>
    </message>
    <message>
        <source>What was told</source>
        <translation>Mitä kerrottiin</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Paikka</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Ratkaistu</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Syy</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Hyvitetty</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>Hyvityslasku</translation>
    </message>
    <message>
        <source>At most {0} goes back, with a credit note.</source>
        <translation>Hyvitetään enintään {0}. Siitä tulee hyvityslasku.</translation>
    </message>
    <message>
        <source>It is wiped and graded first, then repaired.</source>
        <translation>Laite tyhjennetään ja luokitellaan ensin, sitten korjataan.</translation>
    </message>
    <message>
        <source>A handover opens for another device, at no price.</source>
        <translation>Avautuu luovutus toiselle laitteelle ilman hintaa.</translation>
    </message>
    <message>
        <source>The return ends. The device stays in the house.</source>
        <translation>Palautus päättyy. Laite jää taloon.</translation>
    </message>
</context>
<context>
    <name>ReturnsPanel</name>
    <message>
        <source>Fetching the returns…</source>
        <translation>Haetaan palautuksia…</translation>
    </message>
    <message>
        <source>place</source>
        <translation>paikka</translation>
    </message>
    <message>
        <source>A supervisor takes devices back. Ask one.</source>
        <translation>Työnjohtaja ottaa laitteet takaisin. Pyydä häntä.</translation>
    </message>
    <message>
        <source>Returns are for supervisors</source>
        <translation>Palautukset kuuluvat työnjohtajalle</translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation>Avaa {0}</translation>
    </message>
    <message>
        <source>Choose first why it comes back.</source>
        <translation>Valitse ensin, miksi laite palautuu.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Ota takaisin</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Peruuta</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>Tämä</translation>
    </message>
    <message>
        <source>Open the credit note</source>
        <translation>Avaa hyvityslasku</translation>
    </message>
    <message>
        <source>Print the credit note</source>
        <translation>Tulosta hyvityslasku</translation>
    </message>
    <message>
        <source>Go to handover {0}</source>
        <translation>Siirry luovutukseen {0}</translation>
    </message>
    <message>
        <source>The disk stayed with the buyer</source>
        <translation>Levy jäi ostajalle</translation>
    </message>
    <message>
        <source>To the list</source>
        <translation>Luetteloon</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yritä uudelleen</translation>
    </message>
    <message>
        <source>is back already</source>
        <translation>on jo palannut</translation>
    </message>
    <message numerus="yes">
        <source>%n devices</source>
        <translation>
            <numerusform>%n laite</numerusform>
            <numerusform>%n laitetta</numerusform>
        </translation>
    </message>
    <message>
        <source>can not come back</source>
        <translation>ei voi palautua</translation>
    </message>
</context>
<context>
    <name>ReturnsPresenter</name>
    <message>
        <source>{0} is taken back</source>
        <translation>{0} otettiin takaisin</translation>
    </message>
    <message>
        <source>Print the new label and stick it over the old one.</source>
        <translation>Tulosta uusi tarra ja liimaa se vanhan päälle.</translation>
    </message>
    <message>
        <source>{0} stayed with the buyer</source>
        <translation>{0} jäi ostajalle</translation>
    </message>
    <message>
        <source>Another person looks inside and approves the device.</source>
        <translation>Toinen henkilö katsoo sisälle ja hyväksyy laitteen.</translation>
    </message>
    <message>
        <source>Give back {0}. Credit note {1}.</source>
        <translation>Anna takaisin {0}. Hyvityslasku {1}.</translation>
    </message>
    <message>
        <source>Scan the other device into handover {0}.</source>
        <translation>Lue toinen laite luovutukseen {0}.</translation>
    </message>
    <message>
        <source>First it is wiped and graded, then it goes to repair.</source>
        <translation>Ensin tyhjennys ja luokitus, sitten korjaukseen.</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>Maker</source>
        <translation>Tekijä</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Työnjohtaja</translation>
    </message>
    <message>
        <source>Approver</source>
        <translation>Hyväksyjä</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>Tarkastaja</translation>
    </message>
</context>
<context>
    <name>RowActions</name>
    <message>
        <source>No disk inside</source>
        <translation>Ei levyä sisällä</translation>
    </message>
    <message>
        <source>It is in the device</source>
        <translation>Se on laitteessa</translation>
    </message>
    <message>
        <source>The drive is not in the device</source>
        <translation>Levy ei ole laitteessa</translation>
    </message>
    <message>
        <source>Its report is set aside.</source>
        <translation>Sen raportti jää sivuun.</translation>
    </message>
    <message>
        <source>Reject the drive</source>
        <translation>Hylkää levy</translation>
    </message>
    <message>
        <source>It is not</source>
        <translation>Se ei ole</translation>
    </message>
    <message>
        <source>A supervisor decides this.</source>
        <translation>Työnjohtaja päättää tästä.</translation>
    </message>
    <message>
        <source>Which device&apos;s disk?</source>
        <translation>Minkä laitteen levy?</translation>
    </message>
    <message>
        <source>Who did it?</source>
        <translation>Kuka teki?</translation>
    </message>
    <message>
        <source>Read the serial</source>
        <translation>Lue sarjanumero</translation>
    </message>
    <message>
        <source>Confirm the kind</source>
        <translation>Vahvista tyyppi</translation>
    </message>
    <message>
        <source>What now?</source>
        <translation>Mitä nyt?</translation>
    </message>
    <message>
        <source>Record by hand</source>
        <translation>Kirjaa käsin</translation>
    </message>
    <message>
        <source>Destroy</source>
        <translation>Tuhoa</translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation>Irrotettu</translation>
    </message>
    <message>
        <source>Decide anew</source>
        <translation>Päätä uudelleen</translation>
    </message>
    <message>
        <source>Make it a spare part</source>
        <translation>Siirrä varaosaksi</translation>
    </message>
    <message>
        <source>Where it lies</source>
        <translation>Kirjaa paikka</translation>
    </message>
    <message>
        <source>It was used for something else</source>
        <translation>Välinettä käytettiin muuhun</translation>
    </message>
    <message>
        <source>It is wiped anew, and its device approved anew.</source>
        <translation>Väline tyhjennetään uudelleen ja laite hyväksytään uudelleen.</translation>
    </message>
    <message>
        <source>It was used</source>
        <translation>Välinettä käytettiin</translation>
    </message>
    <message>
        <source>Used for something else</source>
        <translation>Käytettiin muuhun</translation>
    </message>
    <message>
        <source>Set the report aside</source>
        <translation>Jätä raportti sivuun</translation>
    </message>
    <message>
        <source>It stays in the records, with your name, and counts no more.</source>
        <translation>Se jää talteen nimelläsi, mutta ei enää vaikuta.</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Jätä sivuun</translation>
    </message>
    <message>
        <source>Take the approval of {0} back</source>
        <translation>Peru laitteen {0} hyväksyntä</translation>
    </message>
    <message>
        <source>The device waits again. Its certificate stops to hold.</source>
        <translation>Laite odottaa taas. Sen todistus ei ole enää voimassa.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Peru se</translation>
    </message>
    <message>
        <source>Take the approval back</source>
        <translation>Peru hyväksyntä</translation>
    </message>
</context>
<context>
    <name>RowNumbers</name>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n virhe</numerusform>
            <numerusform>%n virhettä</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait for approval</source>
        <translation>
            <numerusform>%n odottaa hyväksyntää</numerusform>
            <numerusform>%n odottaa hyväksyntää</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not enough</source>
        <translation>
            <numerusform>%n ei riitä</numerusform>
            <numerusform>%n ei riitä</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n epäonnistui</numerusform>
            <numerusform>%n epäonnistui</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%n päätettävä</numerusform>
            <numerusform>%n päätettävää</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SafetyCard</name>
    <message>
        <source>Electrical safety test</source>
        <translation>Sähköturvallisuustesti</translation>
    </message>
    <message>
        <source>What is tested</source>
        <translation>Mitä testataan</translation>
    </message>
    <message>
        <source>Length of the cord (cm)</source>
        <translation>Johdon pituus (cm)</translation>
    </message>
    <message>
        <source>Case, cord and plug are whole</source>
        <translation>Kuori, johto ja pistoke ovat ehjät</translation>
    </message>
    <message>
        <source>Damage was found</source>
        <translation>Vaurio löytyi</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>Mittalaite</translation>
    </message>
    <message>
        <source>Its name or number.</source>
        <translation>Sen nimi tai numero.</translation>
    </message>
    <message>
        <source>Calibration holds until</source>
        <translation>Kalibrointi voimassa</translation>
    </message>
    <message>
        <source>For example 31.12.2026.</source>
        <translation>Esimerkiksi 31.12.2026.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Huomautus</translation>
    </message>
    <message>
        <source>May be empty.</source>
        <translation>Voi jättää tyhjäksi.</translation>
    </message>
    <message>
        <source>as last time</source>
        <translation>kuten viimeksi</translation>
    </message>
    <message>
        <source>Save the test</source>
        <translation>Tallenna testi</translation>
    </message>
    <message>
        <source>It is whole</source>
        <translation>Ehjä</translation>
    </message>
    <message>
        <source>It is damaged</source>
        <translation>Vaurio</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Keskeytä</translation>
    </message>
    <message>
        <source>half done before</source>
        <translation>jäi kesken</translation>
    </message>
    <message>
        <source>{0}, class {1}</source>
        <translation>{0}, luokka {1}</translation>
    </message>
    <message>
        <source>Look it over first: F5 when it is whole, F6 when it is damaged.</source>
        <translation>Katso ensin: F5, jos ehjä. F6, jos vaurio.</translation>
    </message>
    <message>
        <source>Write every figure, for example 0,15.</source>
        <translation>Kirjoita joka luku, esimerkiksi 0,15.</translation>
    </message>
    <message>
        <source>Write the length of the cord in whole centimetres.</source>
        <translation>Kirjoita johdon pituus senttimetreinä.</translation>
    </message>
    <message>
        <source>Write which instrument measured.</source>
        <translation>Kirjoita, millä mittalaitteella mitattiin.</translation>
    </message>
    <message>
        <source>Write the day of the calibration as 31.12.2026.</source>
        <translation>Kirjoita kalibroinnin päivä näin: 31.12.2026.</translation>
    </message>
    <message>
        <source>Does not pass</source>
        <translation>Ei läpäise</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>Läpäisee</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>Kesken</translation>
    </message>
</context>
<context>
    <name>SaleSide</name>
    <message>
        <source>Scan a device or a receipt.</source>
        <translation>Lue laite tai kuitti.</translation>
    </message>
</context>
<context>
    <name>ScaleSection</name>
    <message>
        <source>A&amp;D, by itself: ST,+00123.4  g</source>
        <translation>A&amp;D, itsestään: ST,+00123.4  g</translation>
    </message>
    <message>
        <source>A&amp;D, asked: ST,+00123.4  g</source>
        <translation>A&amp;D, kysyttäessä: ST,+00123.4  g</translation>
    </message>
    <message>
        <source>MT-SICS, by itself: S S   123.4 g</source>
        <translation>MT-SICS, itsestään: S S   123.4 g</translation>
    </message>
    <message>
        <source>MT-SICS, asked: S S   123.4 g</source>
        <translation>MT-SICS, kysyttäessä: S S   123.4 g</translation>
    </message>
    <message>
        <source>Number and unit, by itself: 123.4 g</source>
        <translation>Luku ja yksikkö, itsestään: 123.4 g</translation>
    </message>
    <message>
        <source>Number and unit, asked: 123.4 g</source>
        <translation>Luku ja yksikkö, kysyttäessä: 123.4 g</translation>
    </message>
    <message>
        <source>SBI, asked: N + 123.4 g</source>
        <translation>SBI, kysyttäessä: N + 123.4 g</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Vaaka</translation>
    </message>
    <message>
        <source>Without a scale, weights are typed.</source>
        <translation>Ilman vaakaa paino kirjoitetaan.</translation>
    </message>
    <message>
        <source>Try it (g)</source>
        <translation>Kokeile (g)</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Muuta</translation>
    </message>
    <message>
        <source>Choose a scale</source>
        <translation>Valitse vaaka</translation>
    </message>
    <message>
        <source>No scale</source>
        <translation>Ei vaakaa</translation>
    </message>
    <message>
        <source>Typed weights</source>
        <translation>Kirjoitettu paino</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ei ole</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Portti</translation>
    </message>
    <message>
        <source>How it speaks</source>
        <translation>Miten se puhuu</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Nopeus</translation>
    </message>
    <message>
        <source>Step and error</source>
        <translation>Askel ja virhe</translation>
    </message>
    <message>
        <source>A weight may be off</source>
        <translation>Paino voi heittää</translation>
    </message>
    <message>
        <source>step</source>
        <translation>askel</translation>
    </message>
    <message>
        <source>error</source>
        <translation>virhe</translation>
    </message>
    <message>
        <source>The scale is saved</source>
        <translation>Vaaka on tallennettu</translation>
    </message>
    <message>
        <source>Put something on it and look.</source>
        <translation>Pane jotain vaa&apos;alle ja katso.</translation>
    </message>
    <message>
        <source>This desk has no scale any more</source>
        <translation>Tällä työpisteellä ei ole enää vaakaa</translation>
    </message>
    <message>
        <source>Weights are typed.</source>
        <translation>Paino kirjoitetaan.</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Merkin muoto</translation>
    </message>
    <message>
        <source>What you call it</source>
        <translation>Mikä on nimi</translation>
    </message>
    <message>
        <source>For example Scale 1</source>
        <translation>Esimerkiksi Vaaka 1</translation>
    </message>
    <message>
        <source>Another port</source>
        <translation>Muu portti</translation>
    </message>
    <message>
        <source>Only if it is not in the list</source>
        <translation>Vain jos se ei ole luettelossa</translation>
    </message>
    <message>
        <source>Smallest step (g)</source>
        <translation>Pienin askel (g)</translation>
    </message>
    <message>
        <source>On its plate as d</source>
        <translation>Kilvessä d</translation>
    </message>
    <message>
        <source>Greatest error (g)</source>
        <translation>Suurin virhe (g)</translation>
    </message>
    <message>
        <source>From its guide or calibration</source>
        <translation>Ohjeesta tai kalibroinnista</translation>
    </message>
    <message>
        <source>Which scale stands here?</source>
        <translation>Mikä vaaka tässä on?</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Tallenna</translation>
    </message>
</context>
<context>
    <name>ScanCard</name>
    <message>
        <source>Cancel</source>
        <translation>Keskeytä</translation>
    </message>
</context>
<context>
    <name>ScanLine</name>
    <message>
        <source>Scan a barcode</source>
        <translation>Lue viivakoodi</translation>
    </message>
    <message>
        <source>Scan line</source>
        <translation>Lukurivi</translation>
    </message>
    <message>
        <source>Scan, or type and press Enter</source>
        <translation>Lue, tai kirjoita ja paina Enter</translation>
    </message>
</context>
<context>
    <name>ScannerPage</name>
    <message>
        <source>Check the scanner</source>
        <translation>Tarkista lukija</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Uudelleen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sulje</translation>
    </message>
    <message>
        <source>Put it right</source>
        <translation>Korjaa</translation>
    </message>
    <message>
        <source>Sign in first. Then press Ctrl+K.</source>
        <translation>Kirjaudu ensin. Paina sitten Ctrl+K.</translation>
    </message>
</context>
<context>
    <name>SealForms</name>
    <message>
        <source>Unlock the seal</source>
        <translation>Avaa leima</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Tunnuslause</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Avaa leima</translation>
    </message>
    <message>
        <source>It stays open until the desk is locked.</source>
        <translation>Se on auki, kunnes työpiste lukitaan.</translation>
    </message>
    <message>
        <source>Several words that only you and the other supervisor know.</source>
        <translation>Monta sanaa, jotka vain sinä ja toinen työnjohtaja tiedätte.</translation>
    </message>
    <message>
        <source>Make the key of the seal</source>
        <translation>Tee leiman avain</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Sama uudelleen</translation>
    </message>
    <message>
        <source>Make the key</source>
        <translation>Tee avain</translation>
    </message>
    <message>
        <source>Every certificate is sealed with it. Anybody can check it.</source>
        <translation>Jokainen todistus leimataan sillä. Kuka tahansa voi tarkistaa sen.</translation>
    </message>
    <message>
        <source>Nobody can find a lost passphrase again. Keep it in an envelope in a safe.</source>
        <translation>Kadonnutta tunnuslausetta ei löydä kukaan. Säilytä se kirjekuoressa kassakaapissa.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Ne eivät ole samat.</translation>
    </message>
    <message>
        <source>Short; it stays in the records.</source>
        <translation>Lyhyesti; se jää talteen.</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Miksi?</translation>
    </message>
</context>
<context>
    <name>SealSection</name>
    <message>
        <source>Key of the seal</source>
        <translation>Leiman avain</translation>
    </message>
    <message>
        <source>Make the key</source>
        <translation>Tee avain</translation>
    </message>
    <message>
        <source>Sheet for the wall</source>
        <translation>Seinälle tuleva arkki</translation>
    </message>
    <message>
        <source>Give out the public key</source>
        <translation>Anna julkinen avain</translation>
    </message>
    <message>
        <source>Copy the key to a safe place</source>
        <translation>Kopioi avain turvaan</translation>
    </message>
    <message>
        <source>Another passphrase</source>
        <translation>Vaihda tunnuslause</translation>
    </message>
    <message>
        <source>Change the key</source>
        <translation>Vaihda avain</translation>
    </message>
    <message>
        <source>The key was stolen</source>
        <translation>Avain on viety</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Avain</translation>
    </message>
    <message>
        <source>There is none yet.</source>
        <translation>Sitä ei vielä ole.</translation>
    </message>
    <message>
        <source>Without it</source>
        <translation>Ilman sitä</translation>
    </message>
    <message>
        <source>No certificate can be issued.</source>
        <translation>Todistuksia ei voi antaa.</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Sormenjälki</translation>
    </message>
    <message>
        <source>In use since</source>
        <translation>Käytössä alkaen</translation>
    </message>
    <message>
        <source>A copy</source>
        <translation>Kopio</translation>
    </message>
    <message>
        <source>The key is in no backup. Copy it to a memory stick and lock it away.</source>
        <translation>Avain ei ole varmuuskopioissa. Kopioi se muistitikulle ja lukitse tikku kaappiin.</translation>
    </message>
    <message>
        <source>Old keys</source>
        <translation>Vanhat avaimet</translation>
    </message>
    <message>
        <source>Long: several words</source>
        <translation>Pitkä: monta sanaa</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Tunnuslause</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>Tunnuslause uudelleen</translation>
    </message>
    <message>
        <source>Keep the passphrase on paper in a safe: nobody can find it out.</source>
        <translation>Säilytä tunnuslause paperilla kassakaapissa: kukaan ei voi selvittää sitä.</translation>
    </message>
    <message>
        <source>The key is made</source>
        <translation>Avain on tehty</translation>
    </message>
    <message>
        <source>Passphrase now</source>
        <translation>Nykyinen tunnuslause</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Uusi tunnuslause</translation>
    </message>
    <message>
        <source>New passphrase again</source>
        <translation>Uusi tunnuslause uudelleen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Muuta</translation>
    </message>
    <message>
        <source>Copies that were made before keep the old passphrase.</source>
        <translation>Aiemmin tehdyissä kopioissa on vanha tunnuslause.</translation>
    </message>
    <message>
        <source>The passphrase is changed</source>
        <translation>Tunnuslause on vaihdettu</translation>
    </message>
    <message>
        <source>The key is changed. Print its sheet, and copy it.</source>
        <translation>Avain on vaihdettu. Tulosta avainlehti ja tee kopio.</translation>
    </message>
    <message>
        <source>Write the day as 21.11.2026.</source>
        <translation>Kirjoita päivä näin: 21.11.2026.</translation>
    </message>
    <message>
        <source>The key is out of use. Make a new one, and publish a new list.</source>
        <translation>Avain on pois käytöstä. Tee uusi avain ja julkaise uusi luettelo.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Ne eivät ole samat.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tiedosto</translation>
    </message>
    <message>
        <source>On a memory stick</source>
        <translation>Muistitikulla</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopioi</translation>
    </message>
    <message>
        <source>The copy is under the same passphrase. Lock the stick away.</source>
        <translation>Kopiossa on sama tunnuslause. Lukitse tikku kaappiin.</translation>
    </message>
    <message>
        <source>The key is copied</source>
        <translation>Avain on kopioitu</translation>
    </message>
    <message>
        <source>Write where.</source>
        <translation>Kirjoita, minne.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Valmis</translation>
    </message>
</context>
<context>
    <name>SearchButton</name>
    <message>
        <source>Search</source>
        <translation>Etsi</translation>
    </message>
</context>
<context>
    <name>SearchCard</name>
    <message>
        <source>Search everything</source>
        <translation>Etsi kaikesta</translation>
    </message>
    <message>
        <source>Write or scan</source>
        <translation>Kirjoita tai lue koodi</translation>
    </message>
    <message>
        <source>Nothing found. Try a part of the name or number.</source>
        <translation>Mitään ei löytynyt. Kokeile nimen tai numeron osaa.</translation>
    </message>
    <message>
        <source>There is more. Write more to find it.</source>
        <translation>Osumia on enemmän. Kirjoita lisää.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sulje</translation>
    </message>
    <message>
        <source>Device, disk, lot, certificate, handover, paper or place.</source>
        <translation>Laite, levy, erä, todistus, luovutus, paperi tai paikka.</translation>
    </message>
</context>
<context>
    <name>SecondCard</name>
    <message>
        <source>Another supervisor confirms</source>
        <translation>Toinen työnjohtaja vahvistaa</translation>
    </message>
    <message>
        <source>The other supervisor scans their badge.</source>
        <translation>Toinen työnjohtaja lukee korttinsa.</translation>
    </message>
    <message>
        <source>A badge with a barcode</source>
        <translation>Kortti, jossa on viivakoodi</translation>
    </message>
    <message>
        <source>That is no badge.</source>
        <translation>Se ei ole kortti.</translation>
    </message>
    <message>
        <source>{0}: give your PIN.</source>
        <translation>{0}: anna PIN.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Keskeytä</translation>
    </message>
</context>
<context>
    <name>SecondPage</name>
    <message>
        <source>Who is the second supervisor?</source>
        <translation>Kuka on toinen työnjohtaja?</translation>
    </message>
    <message>
        <source>Two are better: one makes, the other approves.</source>
        <translation>Kaksi on parempi: toinen tekee, toinen hyväksyy.</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>Try again</source>
        <translation>Yritä uudelleen</translation>
    </message>
</context>
<context>
    <name>SellerSection</name>
    <message>
        <source>Seller&apos;s facts</source>
        <translation>Myyjän tiedot</translation>
    </message>
    <message>
        <source>They stand on receipts and invoices.</source>
        <translation>Ne ovat kuiteissa ja laskuissa.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Muuta</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>Täytä</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>puuttuu</translation>
    </message>
    <message>
        <source>Receipts cannot be made before these are filled in.</source>
        <translation>Kuitteja ei voi tehdä ennen kuin nämä on täytetty.</translation>
    </message>
    <message>
        <source>Seller</source>
        <translation>Myyjä</translation>
    </message>
    <message>
        <source>Needed for invoices only.</source>
        <translation>Tarvitaan vain laskuihin.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Tallenna</translation>
    </message>
    <message>
        <source>Papers that were made before keep the facts of their time.</source>
        <translation>Aiemmin tehdyt paperit pitävät oman aikansa tiedot.</translation>
    </message>
    <message>
        <source>The seller&apos;s facts are saved</source>
        <translation>Myyjän tiedot on tallennettu</translation>
    </message>
</context>
<context>
    <name>SettleCard</name>
    <message>
        <source>Nothing of it holds data.</source>
        <translation>Laitteessa ei ole tietoja.</translation>
    </message>
    <message>
        <source>It is behind the data gate: wipe, approve and grade it again.</source>
        <translation>Laite pitää tyhjentää, hyväksyä ja luokitella uudelleen.</translation>
    </message>
    <message>
        <source>What is done about it?</source>
        <translation>Mitä palautukselle tehdään?</translation>
    </message>
    <message>
        <source>So far: {0}.</source>
        <translation>Tähän asti: {0}.</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>You may not open this station.</source>
        <translation>Et voi avata tätä kohtaa.</translation>
    </message>
</context>
<context>
    <name>ShipmentSide</name>
    <message>
        <source>Choose a shipment.</source>
        <translation>Valitse lähetys.</translation>
    </message>
    <message>
        <source>The chosen shipment</source>
        <translation>Valittu lähetys</translation>
    </message>
    <message numerus="yes">
        <source>%n containers</source>
        <translation>
            <numerusform>%n astia</numerusform>
            <numerusform>%n astiaa</numerusform>
        </translation>
    </message>
    <message>
        <source>Scan containers</source>
        <translation>Lue astiat</translation>
    </message>
</context>
<context>
    <name>Shipments</name>
    <message>
        <source>Shipments</source>
        <translation>Lähetykset</translation>
    </message>
    <message>
        <source>Begin one. Then scan sealed and weighed containers.</source>
        <translation>Aloita lähetys. Lue sitten sinetöidyt ja punnitut astiat.</translation>
    </message>
    <message>
        <source>No shipments yet</source>
        <translation>Ei vielä lähetyksiä</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>That is no badge.</source>
        <translation>Se ei ole kortti.</translation>
    </message>
    <message>
        <source>Only a supervisor ends this. Get one now.</source>
        <translation>Vain työnjohtaja voi päättää tämän. Hae hänet nyt.</translation>
    </message>
</context>
<context>
    <name>SnapshotCounts</name>
    <message numerus="yes">
        <source>%n machines came in</source>
        <translation>
            <numerusform>%n kone tuotiin</numerusform>
            <numerusform>%n konetta tuotiin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known already</source>
        <translation>
            <numerusform>%n oli jo tuotu</numerusform>
            <numerusform>%n oli jo tuotu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files could not be read</source>
        <translation>
            <numerusform>%n tiedostoa ei voi lukea</numerusform>
            <numerusform>%n tiedostoa ei voi lukea</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n disks that nobody declared</source>
        <translation>
            <numerusform>%n levy, jota kukaan ei ole kirjannut</numerusform>
            <numerusform>%n levyä, joita kukaan ei ole kirjannut</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to choose</source>
        <translation>
            <numerusform>%n valittava</numerusform>
            <numerusform>%n valittavaa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n devices it may be</source>
        <translation>
            <numerusform>%n mahdollinen laite</numerusform>
            <numerusform>%n mahdollista laitetta</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Snapshots</name>
    <message>
        <source>done</source>
        <translation>valmis</translation>
    </message>
    <message>
        <source>all the same</source>
        <translation>kaikki samat</translation>
    </message>
    <message>
        <source>Choose the right one, or scan its label.</source>
        <translation>Valitse oikea tai lue sen tarra.</translation>
    </message>
    <message>
        <source>Ask a supervisor to choose.</source>
        <translation>Pyydä työnjohtajaa valitsemaan.</translation>
    </message>
    <message>
        <source>Which device is this?</source>
        <translation>Mikä laite tämä on?</translation>
    </message>
    <message>
        <source>This machine is not in the house</source>
        <translation>Tätä konetta ei ole otettu vastaan</translation>
    </message>
    <message>
        <source>The list waits. It finds the device when it is received.</source>
        <translation>Tiedot odottavat. Ne löytävät laitteen, kun se otetaan vastaan.</translation>
    </message>
    <message>
        <source>This is a virtual machine, no device</source>
        <translation>Tämä on virtuaalikone, ei laite</translation>
    </message>
    <message>
        <source>Make the list on the machine itself.</source>
        <translation>Tee konetiedot laitteella itsellään.</translation>
    </message>
    <message>
        <source>A supervisor set this list aside</source>
        <translation>Työnjohtaja jätti nämä tiedot huomiotta</translation>
    </message>
    <message>
        <source>It does not count.</source>
        <translation>Niitä ei oteta huomioon.</translation>
    </message>
    <message>
        <source>{0} is done</source>
        <translation>{0} on valmis</translation>
    </message>
    <message>
        <source>Somebody has chosen already.</source>
        <translation>Valinnat on jo tehty.</translation>
    </message>
    <message>
        <source>This is {0}</source>
        <translation>Tämä on {0}</translation>
    </message>
    <message>
        <source>The device waits until that is accepted.</source>
        <translation>Laite odottaa, kunnes levy on hyväksytty.</translation>
    </message>
    <message>
        <source>Choose what the machine knows better.</source>
        <translation>Valitse, mitä kone tietää paremmin.</translation>
    </message>
    <message>
        <source>A supervisor chooses the rest.</source>
        <translation>Työnjohtaja valitsee loput.</translation>
    </message>
    <message>
        <source>The machine and the record say the same.</source>
        <translation>Kone ja kirjaus sanovat samaa.</translation>
    </message>
    <message>
        <source>No new machine came in</source>
        <translation>Yhtään uutta konetta ei tuotu</translation>
    </message>
</context>
<context>
    <name>SnapshotsPanel</name>
    <message>
        <source>STOP: battery</source>
        <translation>STOP: akku</translation>
    </message>
    <message>
        <source>Undo last</source>
        <translation>Peruuta viimeisin</translation>
    </message>
    <message>
        <source>Bring in lists</source>
        <translation>Tuo konetiedot</translation>
    </message>
    <message>
        <source>Collector onto a stick</source>
        <translation>Kerääjä tikulle</translation>
    </message>
    <message numerus="yes">
        <source>Take %n</source>
        <translation>
            <numerusform>Ota %n valittu</numerusform>
            <numerusform>Ota %n valittua</numerusform>
        </translation>
    </message>
    <message>
        <source>Take all</source>
        <translation>Ota kaikki</translation>
    </message>
    <message>
        <source>Leave as recorded</source>
        <translation>Pidä kirjatut</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Katsottu</translation>
    </message>
    <message>
        <source>Does not count</source>
        <translation>Jätä huomiotta</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yritä uudelleen</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>ei löytynyt</translation>
    </message>
    <message>
        <source>No device has this code</source>
        <translation>Millään laitteella ei ole tätä koodia</translation>
    </message>
    <message>
        <source>No machine&apos;s list tells of {0}</source>
        <translation>Laitteesta {0} ei ole konetietoja</translation>
    </message>
    <message>
        <source>Bring in the stick first.</source>
        <translation>Tuo ensin tikku.</translation>
    </message>
    <message>
        <source>Its serial number can not be read</source>
        <translation>Sarjanumeroa ei voi lukea</translation>
    </message>
    <message>
        <source>Its mainboard was changed</source>
        <translation>Emolevy on vaihdettu</translation>
    </message>
    <message>
        <source>The record has another serial number</source>
        <translation>Kirjattu sarjanumero on eri</translation>
    </message>
    <message>
        <source>Why is this {0}?</source>
        <translation>Miksi tämä on {0}?</translation>
    </message>
    <message>
        <source>The machine&apos;s numbers do not name this device for sure.</source>
        <translation>Koneen numerot eivät osoita varmasti tätä laitetta.</translation>
    </message>
    <message>
        <source>Made on another machine</source>
        <translation>Tehty toisella koneella</translation>
    </message>
    <message>
        <source>Made again since</source>
        <translation>Tehty myöhemmin uudelleen</translation>
    </message>
    <message>
        <source>The list is wrong</source>
        <translation>Tiedot ovat väärin</translation>
    </message>
    <message>
        <source>Why does it not count?</source>
        <translation>Miksi tiedot jätetään huomiotta?</translation>
    </message>
    <message>
        <source>Disks that it proposed are taken back.</source>
        <translation>Tietojen ehdottamat levyt poistetaan.</translation>
    </message>
    <message numerus="yes">
        <source>{0}: %n things taken over</source>
        <translation>
            <numerusform>{0}: %n tieto otettiin käyttöön</numerusform>
            <numerusform>{0}: %n tietoa otettiin käyttöön</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} stays as it is recorded</source>
        <translation>{0} jää niin kuin se on kirjattu</translation>
    </message>
    <message numerus="yes">
        <source>%n disks are inside</source>
        <translation>
            <numerusform>%n levy on sisällä</numerusform>
            <numerusform>%n levyä on sisällä</numerusform>
        </translation>
    </message>
    <message>
        <source>A new label is in the queue</source>
        <translation>Uusi tarra on jonossa</translation>
    </message>
    <message>
        <source>A supervisor chooses the rest</source>
        <translation>Työnjohtaja valitsee loput</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Peruutettu</translation>
    </message>
    <message>
        <source>This is {0}</source>
        <translation>Tämä on {0}</translation>
    </message>
    <message>
        <source>The list does not count any more</source>
        <translation>Tietoja ei enää oteta huomioon</translation>
    </message>
    <message>
        <source>Folder or stick for the collector</source>
        <translation>Kansio tai tikku kerääjälle</translation>
    </message>
    <message>
        <source>Start the machine from the stick and run it: sh serkut-collect</source>
        <translation>Käynnistä kone tikulta ja aja: sh serkut-collect</translation>
    </message>
    <message>
        <source>The collector is on the stick</source>
        <translation>Kerääjä on tikulla</translation>
    </message>
</context>
<context>
    <name>StartSide</name>
    <message>
        <source>Missing now</source>
        <translation>Kadoksissa nyt</translation>
    </message>
    <message numerus="yes">
        <source>%n of them with data</source>
        <translation>
            <numerusform>%n niistä sisältää tietoja</numerusform>
            <numerusform>%n niistä sisältää tietoja</numerusform>
        </translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Kesken</translation>
    </message>
    <message>
        <source>Scan its label to go on.</source>
        <translation>Jatka: lue sen tarra.</translation>
    </message>
    <message>
        <source>Nothing is half done.</source>
        <translation>Mikään ei ole kesken.</translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message>
        <source>Handover</source>
        <translation>Luovutus</translation>
    </message>
    <message>
        <source>Who gets the device?</source>
        <translation>Kuka saa laitteen?</translation>
    </message>
    <message>
        <source>A shelf with its label</source>
        <translation>Hylly ja sen tarra</translation>
    </message>
    <message>
        <source>Scan the shelf&apos;s label</source>
        <translation>Lue hyllyn tarra</translation>
    </message>
    <message>
        <source>Then scan every device on the shelf.</source>
        <translation>Lue sitten jokainen hyllyn laite.</translation>
    </message>
    <message>
        <source>Not finished yet. Scan the shelf to go on.</source>
        <translation>Kesken. Jatka lukemalla hyllyn tarra.</translation>
    </message>
    <message>
        <source>An open computer</source>
        <translation>Avattu tietokone</translation>
    </message>
    <message>
        <source>Scan the device&apos;s label</source>
        <translation>Lue laitteen tarra</translation>
    </message>
    <message numerus="yes">
        <source>%n devices wait to be taken apart.</source>
        <translation>
            <numerusform>%n laite odottaa purkua.</numerusform>
            <numerusform>%n laitetta odottaa purkua.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits to be taken apart.</source>
        <translation>Mikään ei odota purkua.</translation>
    </message>
</context>
<context>
    <name>Starting</name>
    <message numerus="yes">
        <source>%n scans wait. Choose who gets the device.</source>
        <translation>
            <numerusform>%n laite odottaa. Valitse, kuka sen saa.</numerusform>
            <numerusform>%n laitetta odottaa. Valitse, kuka ne saa.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StickSection</name>
    <message>
        <source>Wiping stick</source>
        <translation>Tyhjennystikku</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Mikä se on</translation>
    </message>
    <message>
        <source>Programs that empty a machine&apos;s drives from a Linux stick.</source>
        <translation>Ohjelmat, jotka tyhjentävät koneen levyt Linux-tikulta.</translation>
    </message>
    <message>
        <source>When again</source>
        <translation>Milloin uudelleen</translation>
    </message>
    <message>
        <source>After each change of the policy: the stick carries it along.</source>
        <translation>Aina kun käytäntö muuttuu: se kulkee tikulla mukana.</translation>
    </message>
    <message>
        <source>Sticks here</source>
        <translation>Tikut tässä koneessa</translation>
    </message>
    <message>
        <source>none: plug one in</source>
        <translation>ei yhtään: laita tikku kiinni</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Huomaa</translation>
    </message>
    <message>
        <source>Erasing by the drives&apos; own commands is not yet proven in use.</source>
        <translation>Levyjen omia tyhjennyskomentoja ei ole vielä kokeiltu oikeilla levyillä.</translation>
    </message>
    <message>
        <source>Put onto a stick</source>
        <translation>Vie tikulle</translation>
    </message>
    <message>
        <source>For confidential data</source>
        <translation>Luottamuksellisille levyille</translation>
    </message>
    <message>
        <source>Folder or stick for the wiping stick&apos;s programs</source>
        <translation>Kansio tai tikku tyhjennystikun ohjelmille</translation>
    </message>
    <message>
        <source>Writing the wiping stick</source>
        <translation>Tyhjennystikkua tehdään</translation>
    </message>
    <message>
        <source>The wiping stick is ready</source>
        <translation>Tyhjennystikku on valmis</translation>
    </message>
    <message>
        <source>On the machine: sudo sh serkut-wipe start</source>
        <translation>Koneella: sudo sh serkut-wipe start</translation>
    </message>
</context>
<context>
    <name>StickerCard</name>
    <message>
        <source>Picture of the sticker</source>
        <translation>Kuvaa tarra</translation>
    </message>
    <message>
        <source>Take a sharp picture of the whole sticker. It is kept with the device.</source>
        <translation>Ota terävä kuva koko tarrasta. Se tallentuu laitteen mukana.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Valmis</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sulje</translation>
    </message>
    <message>
        <source>Without a picture</source>
        <translation>Ilman kuvaa</translation>
    </message>
</context>
<context>
    <name>StickerPhotos</name>
    <message>
        <source>Picture of the sticker</source>
        <translation>Kuvaa tarra</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures taken</source>
        <translation>
            <numerusform>%n kuva otettu</numerusform>
            <numerusform>%n kuvaa otettu</numerusform>
        </translation>
    </message>
    <message>
        <source>The device is not saved. Take the picture again.</source>
        <translation>Laitetta ei ole tallennettu. Ota kuva uudelleen.</translation>
    </message>
    <message>
        <source>The picture was not kept</source>
        <translation>Kuva ei säilynyt</translation>
    </message>
</context>
<context>
    <name>Stocktake</name>
    <message>
        <source>in basket {0}</source>
        <translation>korissa {0}</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>ei tiedossa</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>menetetty</translation>
    </message>
    <message>
        <source>seen again</source>
        <translation>nähty taas</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>ei tietoja</translation>
    </message>
    <message>
        <source>has data, tell</source>
        <translation>tietoja, ilmoita</translation>
    </message>
    <message>
        <source>has data, told</source>
        <translation>tietoja, ilmoitettu</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Sarjanumero</translation>
    </message>
    <message>
        <source>Noticed</source>
        <translation>Huomattu</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Mitä tapahtui</translation>
    </message>
    <message>
        <source>Last known place</source>
        <translation>Viimeinen tunnettu paikka</translation>
    </message>
    <message>
        <source>Seen again</source>
        <translation>Nähty taas</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Ilmoitettu</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Luovuttu</translation>
    </message>
    <message>
        <source>Given up as lost.</source>
        <translation>Kirjattu menetetyksi.</translation>
    </message>
    <message>
        <source>If it turns up, it is wiped and graded anew.</source>
        <translation>Jos se löytyy, se tyhjennetään ja luokitellaan uudelleen.</translation>
    </message>
    <message>
        <source>A counting met it.</source>
        <translation>Inventointi löysi sen.</translation>
    </message>
    <message>
        <source>Fetch it and record it as found.</source>
        <translation>Hae se ja kirjaa löytyneeksi.</translation>
    </message>
    <message>
        <source>It holds no data.</source>
        <translation>Siinä ei ole tietoja.</translation>
    </message>
    <message>
        <source>One supervisor can close it.</source>
        <translation>Yksi työnjohtaja voi päättää asian.</translation>
    </message>
    <message>
        <source>It holds data. Tell now.</source>
        <translation>Siinä on tietoja. Ilmoita nyt.</translation>
    </message>
    <message>
        <source>Tell who answers for data protection, and record it.</source>
        <translation>Ilmoita tietosuojasta vastaavalle ja kirjaa se.</translation>
    </message>
    <message>
        <source>It holds data.</source>
        <translation>Siinä on tietoja.</translation>
    </message>
    <message>
        <source>Two supervisors close it: found or lost.</source>
        <translation>Kaksi työnjohtajaa päättää: löytyi tai menetetty.</translation>
    </message>
</context>
<context>
    <name>StocktakePanel</name>
    <message>
        <source>Counting</source>
        <translation>Lasketaan</translation>
    </message>
    <message>
        <source>scan the shelf first</source>
        <translation>lue ensin hylly</translation>
    </message>
    <message>
        <source>Scan the shelf&apos;s label first</source>
        <translation>Lue ensin hyllyn tarra</translation>
    </message>
    <message>
        <source>Then the devices on it.</source>
        <translation>Sitten sen laitteet.</translation>
    </message>
    <message>
        <source>STOP: battery</source>
        <translation>STOP: akku</translation>
    </message>
    <message>
        <source>Missing devices</source>
        <translation>Kadonneet laitteet</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Takaisin</translation>
    </message>
    <message>
        <source>End the counting</source>
        <translation>Päätä laskenta</translation>
    </message>
    <message>
        <source>Another place</source>
        <translation>Toinen paikka</translation>
    </message>
    <message>
        <source>Undo the move</source>
        <translation>Peru siirto</translation>
    </message>
    <message>
        <source>{0} is counted</source>
        <translation>{0} on laskettu</translation>
    </message>
    <message numerus="yes">
        <source>%n parts are missing.</source>
        <translation>
            <numerusform>%n osa puuttuu.</numerusform>
            <numerusform>%n osaa puuttuu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>Mitään ei puutu.</translation>
    </message>
    <message numerus="yes">
        <source>%n devices are missing. Tell a supervisor now.</source>
        <translation>
            <numerusform>%n laite puuttuu. Kerro työnjohtajalle heti.</numerusform>
            <numerusform>%n laitetta puuttuu. Kerro työnjohtajalle heti.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n devices are missing.</source>
        <translation>
            <numerusform>%n laite puuttuu.</numerusform>
            <numerusform>%n laitetta puuttuu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Peruttu</translation>
    </message>
</context>
<context>
    <name>StopScreen</name>
    <message>
        <source>A raised hand</source>
        <translation>Nostettu käsi</translation>
    </message>
    <message>
        <source>Is it something else? Press its key.</source>
        <translation>Onko kyse muusta? Paina näppäintä.</translation>
    </message>
    <message>
        <source>Scan the label of the device.</source>
        <translation>Lue laitteen tarra.</translation>
    </message>
    <message>
        <source>A supervisor scans their badge. Then the sound ends.</source>
        <translation>Työnjohtaja lukee korttinsa. Sitten ääni loppuu.</translation>
    </message>
</context>
<context>
    <name>SupervisorPage</name>
    <message>
        <source>Add now</source>
        <translation>Lisää nyt</translation>
    </message>
    <message>
        <source>Only one for now</source>
        <translation>Toistaiseksi vain yksi</translation>
    </message>
    <message>
        <source>Second supervisor</source>
        <translation>Toinen työnjohtaja</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Lyhyt nimi</translation>
    </message>
    <message>
        <source>On screens and the badge: TJ1</source>
        <translation>Näytöllä ja kortissa: TJ1</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Kieli</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nimi</translation>
    </message>
    <message>
        <source>Printed on certificates</source>
        <translation>Painetaan todistuksiin</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Nimike</translation>
    </message>
    <message>
        <source>Printed on certificates: vastaava työnjohtaja</source>
        <translation>Painetaan todistuksiin: vastaava työnjohtaja</translation>
    </message>
    <message>
        <source>Four digits or more</source>
        <translation>Vähintään neljä numeroa</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>PIN again</source>
        <translation>PIN uudelleen</translation>
    </message>
    <message>
        <source>Nobody can approve a wipe that they imported or made themselves. If the only supervisor forgets the PIN, nobody can set a new one. Nobody else checks a change of the policy.</source>
        <translation>Kukaan ei saa hyväksyä tyhjennystä, jonka on itse tuonut tai tehnyt. Jos ainoa työnjohtaja unohtaa PIN-koodin, kukaan ei voi asettaa uutta. Kukaan muu ei tarkista käytännön muutosta.</translation>
    </message>
    <message>
        <source>What one supervisor cannot do</source>
        <translation>Mitä yksi työnjohtaja ei voi tehdä</translation>
    </message>
    <message>
        <source>Write a short name.</source>
        <translation>Kirjoita lyhyt nimi.</translation>
    </message>
    <message>
        <source>Certificates need a name.</source>
        <translation>Todistuksiin tarvitaan nimi.</translation>
    </message>
    <message>
        <source>Certificates need a title.</source>
        <translation>Todistuksiin tarvitaan nimike.</translation>
    </message>
    <message>
        <source>The two PINs are not the same.</source>
        <translation>PIN-koodit eivät ole samat.</translation>
    </message>
    <message>
        <source>A PIN is digits only.</source>
        <translation>PIN on vain numeroita.</translation>
    </message>
    <message>
        <source>A PIN has four to twelve digits.</source>
        <translation>PIN on 4–12 numeroa.</translation>
    </message>
    <message>
        <source>All digits are the same.</source>
        <translation>Kaikki numerot ovat samoja.</translation>
    </message>
</context>
<context>
    <name>SupervisorView</name>
    <message>
        <source>Open a lot for a delivery, with its list or without.</source>
        <translation>Avaa erä lähetykselle, luettelon kanssa tai ilman.</translation>
    </message>
    <message>
        <source>Is it open? Scan the lot&apos;s label.</source>
        <translation>Onko se auki? Lue erän tarra.</translation>
    </message>
    <message>
        <source>No lot is chosen</source>
        <translation>Erää ei ole valittu</translation>
    </message>
</context>
<context>
    <name>TakeCard</name>
    <message>
        <source>Why does it come back?</source>
        <translation>Miksi laite palautuu?</translation>
    </message>
    <message>
        <source>What was told of it</source>
        <translation>Mitä viasta kerrottiin</translation>
    </message>
    <message>
        <source>Only about the fault.</source>
        <translation>Vain viasta.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Paikka</translation>
    </message>
    <message>
        <source>Scan the shelf.</source>
        <translation>Lue hyllyn tarra.</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>{0} is not for repair</source>
        <translation>{0}: ei odota korjausta</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>ei löydy</translation>
    </message>
    <message>
        <source>Nothing here has this code</source>
        <translation>Tätä koodia ei löydy</translation>
    </message>
    <message>
        <source>{0} is open</source>
        <translation>{0} on avattu</translation>
    </message>
    <message>
        <source>Its label is in the queue. Put it on the device.</source>
        <translation>Tarra on jonossa. Kiinnitä se laitteeseen.</translation>
    </message>
    <message>
        <source>{0} is in your hands</source>
        <translation>{0} on nyt sinulla</translation>
    </message>
    <message>
        <source>{0} waits for whoever goes on</source>
        <translation>{0} odottaa jatkajaa</translation>
    </message>
    <message>
        <source>{0} waits for its part</source>
        <translation>{0} odottaa osaa</translation>
    </message>
    <message>
        <source>{0} goes to the test</source>
        <translation>{0} siirtyi testiin</translation>
    </message>
    <message>
        <source>{0} is at a repairer outside</source>
        <translation>{0} on korjaajalla muualla</translation>
    </message>
    <message>
        <source>{0} is done</source>
        <translation>{0} on valmis</translation>
    </message>
    <message>
        <source>{0} came back and waits</source>
        <translation>{0} tuli takaisin ja odottaa</translation>
    </message>
    <message>
        <source>{0}. Its label is in the queue.</source>
        <translation>{0}. Tarra on jonossa.</translation>
    </message>
    <message>
        <source>Written down</source>
        <translation>Kirjattu</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Peruttu</translation>
    </message>
    <message>
        <source>The safety test passed</source>
        <translation>Turvatesti meni läpi</translation>
    </message>
    <message>
        <source>{0}. Do not use it. Mend it and test again.</source>
        <translation>{0}. Älä käytä laitetta. Korjaa ja testaa uudestaan.</translation>
    </message>
    <message>
        <source>The safety test did not pass</source>
        <translation>Turvatesti ei mennyt läpi</translation>
    </message>
    <message>
        <source>{0} moved</source>
        <translation>{0} siirretty</translation>
    </message>
    <message>
        <source>The device is there already.</source>
        <translation>Laite on jo siellä.</translation>
    </message>
    <message numerus="yes">
        <source>%n checks are done again</source>
        <translation>
            <numerusform>%n kohta testataan uudestaan</numerusform>
            <numerusform>%n kohtaa testataan uudestaan</numerusform>
        </translation>
    </message>
    <message>
        <source>free again: {0}</source>
        <translation>taas vapaana: {0}</translation>
    </message>
    <message>
        <source>Take it to: {0}</source>
        <translation>Vie: {0}</translation>
    </message>
</context>
<context>
    <name>TestSide</name>
    <message>
        <source>Tests</source>
        <translation>Testit</translation>
    </message>
</context>
<context>
    <name>ThingAmount</name>
    <message>
        <source>How many</source>
        <translation>Kuinka monta</translation>
    </message>
    <message>
        <source>Tap, or write a number.</source>
        <translation>Napauta tai kirjoita numero.</translation>
    </message>
    <message>
        <source>Weight of all (g)</source>
        <translation>Kaikkien paino (g)</translation>
    </message>
    <message>
        <source>Only if you weigh.</source>
        <translation>Vain jos punnitset.</translation>
    </message>
    <message>
        <source>Write a whole number.</source>
        <translation>Kirjoita kokonaisluku.</translation>
    </message>
    <message>
        <source>Say how many, or weigh.</source>
        <translation>Kerro määrä tai punnitse.</translation>
    </message>
    <message>
        <source>By weight about {0}</source>
        <translation>Painon mukaan noin {0}</translation>
    </message>
</context>
<context>
    <name>ThingRows</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ja %n muu</numerusform>
            <numerusform>ja %n muuta</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThingsCard</name>
    <message>
        <source>Things of the lot</source>
        <translation>Erän tavarat</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Ei vielä mitään.</translation>
    </message>
    <message>
        <source>Written down</source>
        <translation>Kirjattu</translation>
    </message>
    <message>
        <source>Save this first.</source>
        <translation>Tallenna ensin tämä.</translation>
    </message>
    <message>
        <source>Close this first. Then scan the device.</source>
        <translation>Sulje tämä ensin. Lue sitten laite.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Valmis</translation>
    </message>
    <message>
        <source>Undo last</source>
        <translation>Peruuta viimeisin</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sulje</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Tallenna</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Takaisin</translation>
    </message>
    <message>
        <source>Undone: {0}</source>
        <translation>Peruttu: {0}</translation>
    </message>
</context>
<context>
    <name>TilesCard</name>
    <message>
        <source>Cancel</source>
        <translation>Keskeytä</translation>
    </message>
</context>
<context>
    <name>TrialPage</name>
    <message>
        <source>Rows</source>
        <translation>Rivit</translation>
    </message>
    <message>
        <source>The file has no rows.</source>
        <translation>Tiedostossa ei ole rivejä.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ja %n muu</numerusform>
            <numerusform>ja %n muuta</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TroubleCard</name>
    <message>
        <source>Nothing was changed.</source>
        <translation>Mitään ei muutettu.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yritä uudelleen</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Sulje ohjelma</translation>
    </message>
</context>
<context>
    <name>UnreadCard</name>
    <message>
        <source>Without a serial number</source>
        <translation>Ilman sarjanumeroa</translation>
    </message>
    <message>
        <source>Every device has its serial number.</source>
        <translation>Jokaisella laitteella on sarjanumero.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Laite</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Malli</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Miksi</translation>
    </message>
    <message>
        <source>Inventory number</source>
        <translation>Inventaarionumero</translation>
    </message>
    <message>
        <source>Open the device</source>
        <translation>Avaa laite</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sulje</translation>
    </message>
</context>
<context>
    <name>UnseenSide</name>
    <message>
        <source>Not seen yet</source>
        <translation>Näkemättä vielä</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Laite</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Malli</translation>
    </message>
    <message>
        <source>Everything was seen.</source>
        <translation>Kaikki on nähty.</translation>
    </message>
    <message>
        <source>End the counting: F10.</source>
        <translation>Päätä laskenta: F10.</translation>
    </message>
</context>
<context>
    <name>UpkeepPanel</name>
    <message>
        <source>Day and clock</source>
        <translation>Päivä ja kello</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Varmuuskopiot</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Käytäntö</translation>
    </message>
    <message>
        <source>Wiping stick</source>
        <translation>Tyhjennystikku</translation>
    </message>
    <message>
        <source>Seller&apos;s facts</source>
        <translation>Myyjän tiedot</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Avain</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Tapahtumaketju</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Vaaka</translation>
    </message>
    <message>
        <source>This desk</source>
        <translation>Tämä työpiste</translation>
    </message>
    <message>
        <source>Parts of upkeep</source>
        <translation>Hallinnan osat</translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message>
        <source>Containers</source>
        <translation>Astiat</translation>
    </message>
    <message numerus="yes">
        <source>%n in the house</source>
        <translation>
            <numerusform>%n talossa</numerusform>
            <numerusform>%n talossa</numerusform>
        </translation>
    </message>
    <message>
        <source>No containers yet</source>
        <translation>Ei vielä astioita</translation>
    </message>
    <message>
        <source>Open a new one. It gets a label with its code.</source>
        <translation>Avaa uusi astia. Se saa tarran, jossa on tunnus.</translation>
    </message>
</context>
<context>
    <name>WayCard</name>
    <message>
        <source>Advised: {0}</source>
        <translation>Suositus: {0}</translation>
    </message>
    <message>
        <source>Advised</source>
        <translation>Suositus</translation>
    </message>
    <message>
        <source>no price known</source>
        <translation>ei hintatietoa</translation>
    </message>
    <message>
        <source>no CO₂e known</source>
        <translation>ei CO₂e-tietoa</translation>
    </message>
    <message>
        <source>no time known</source>
        <translation>ei aikatietoa</translation>
    </message>
</context>
<context>
    <name>WeighCard</name>
    <message>
        <source>Cancel</source>
        <translation>Keskeytä</translation>
    </message>
</context>
<context>
    <name>WeightField</name>
    <message>
        <source>Weight (g)</source>
        <translation>Paino (g)</translation>
    </message>
    <message>
        <source>Type grams, or use the scale.</source>
        <translation>Kirjoita grammat tai käytä vaakaa.</translation>
    </message>
    <message>
        <source>Keep the weight</source>
        <translation>Pidä paino</translation>
    </message>
    <message>
        <source>The scale shows no steady weight.</source>
        <translation>Vaaka ei näytä tasaista painoa.</translation>
    </message>
    <message>
        <source>from the scale</source>
        <translation>vaa&apos;alta</translation>
    </message>
    <message>
        <source>Looking for the scale</source>
        <translation>Etsitään vaakaa</translation>
    </message>
    <message>
        <source>The scale is not connected</source>
        <translation>Vaaka ei ole kiinni</translation>
    </message>
    <message>
        <source>The scale does not answer</source>
        <translation>Vaaka ei vastaa</translation>
    </message>
    <message>
        <source>The scale is not understood</source>
        <translation>Vaakaa ei ymmärretä</translation>
    </message>
    <message>
        <source>Too much on the scale</source>
        <translation>Vaa&apos;alla on liikaa</translation>
    </message>
    <message>
        <source>The scale is below zero</source>
        <translation>Vaaka on alle nollan</translation>
    </message>
    <message>
        <source>The scale is busy</source>
        <translation>Vaaka on varattu</translation>
    </message>
    <message>
        <source>Wait until the scale stands still</source>
        <translation>Odota, kunnes vaaka pysähtyy</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>odota</translation>
    </message>
    <message>
        <source>below zero</source>
        <translation>alle nollan</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>tyhjä</translation>
    </message>
    <message>
        <source>used already</source>
        <translation>jo käytetty</translation>
    </message>
    <message>
        <source>steady</source>
        <translation>paikallaan</translation>
    </message>
    <message>
        <source>Write whole grams, for example 1214.</source>
        <translation>Kirjoita kokonaiset grammat, esimerkiksi 1214.</translation>
    </message>
    <message>
        <source>Type the weight in grams.</source>
        <translation>Kirjoita paino grammoina.</translation>
    </message>
    <message>
        <source>This load was used already. Put the next thing on the scale.</source>
        <translation>Tämä paino on jo käytetty. Pane seuraava vaa&apos;alle.</translation>
    </message>
    <message>
        <source>There is no steady weight yet.</source>
        <translation>Paino ei ole vielä tasainen.</translation>
    </message>
</context>
<context>
    <name>WhereStickers</name>
    <message>
        <source>A barcode under a laptop</source>
        <translation>Viivakoodi kannettavan pohjassa</translation>
    </message>
    <message>
        <source>A barcode at the back of a desktop</source>
        <translation>Viivakoodi pöytäkoneen takana</translation>
    </message>
    <message>
        <source>A barcode at the back of a monitor</source>
        <translation>Viivakoodi näytön takana</translation>
    </message>
    <message>
        <source>A barcode at the back of a phone</source>
        <translation>Viivakoodi puhelimen takana</translation>
    </message>
    <message>
        <source>A barcode at the back of a tablet</source>
        <translation>Viivakoodi tabletin takana</translation>
    </message>
    <message>
        <source>A barcode at the back of the screen</source>
        <translation>Viivakoodi ruudun takana</translation>
    </message>
    <message>
        <source>A barcode at the back of a printer</source>
        <translation>Viivakoodi tulostimen takana</translation>
    </message>
    <message>
        <source>A barcode under a network device</source>
        <translation>Viivakoodi verkkolaitteen pohjassa</translation>
    </message>
    <message>
        <source>A barcode on the device</source>
        <translation>Viivakoodi laitteessa</translation>
    </message>
</context>
<context>
    <name>WhichDevice</name>
    <message>
        <source>Which device comes back?</source>
        <translation>Mikä laite palautuu?</translation>
    </message>
    <message>
        <source>Scan its own label, or choose it here.</source>
        <translation>Lue laitteen oma tarra tai valitse tästä.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Laite</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Malli</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Sarjanumero</translation>
    </message>
    <message>
        <source>Devices of the receipt</source>
        <translation>Kuitin laitteet</translation>
    </message>
</context>
<context>
    <name>WhoseCard</name>
    <message>
        <source>Which device&apos;s disk is {0}?</source>
        <translation>Minkä laitteen levy on {0}?</translation>
    </message>
    <message>
        <source>No recorded medium has this serial number.</source>
        <translation>Tätä sarjanumeroa ei ole millään kirjatulla välineellä.</translation>
    </message>
    <message>
        <source>Scan the device that the disk is in. The disk is then recorded there.</source>
        <translation>Lue laite, jossa levy on. Levy kirjataan sille.</translation>
    </message>
    <message>
        <source>Choose one of these.</source>
        <translation>Valitse yksi näistä.</translation>
    </message>
    <message>
        <source>Scan the device&apos;s own label, SD.</source>
        <translation>Lue laitteen oma tarra, SD.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Keskeytä</translation>
    </message>
</context>
<context>
    <name>Wiping</name>
    <message>
        <source>to approve</source>
        <translation>hyväksyttävä</translation>
    </message>
    <message>
        <source>second person</source>
        <translation>toinen tekijä</translation>
    </message>
    <message>
        <source>another approver</source>
        <translation>toinen hyväksyjä</translation>
    </message>
    <message>
        <source>no approver</source>
        <translation>ei hyväksyjää</translation>
    </message>
    <message>
        <source>another medium</source>
        <translation>toinen väline</translation>
    </message>
    <message>
        <source>contradiction</source>
        <translation>ristiriita</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Puhelin</translation>
    </message>
    <message>
        <source>TB</source>
        <translation>Tt</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>Gt</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>Mt</translation>
    </message>
    <message>
        <source>Nobody has recorded this drive.</source>
        <translation>Kukaan ei ole kirjannut tätä levyä.</translation>
    </message>
    <message>
        <source>It may belong to a device that has not come in yet.</source>
        <translation>Se voi kuulua laitteeseen, joka ei ole vielä tullut.</translation>
    </message>
    <message>
        <source>Look from which device the drive is.</source>
        <translation>Katso, mistä laitteesta levy on.</translation>
    </message>
    <message>
        <source>Receive the device, or choose “Which device&apos;s disk?”.</source>
        <translation>Ota laite vastaan tai valitse ”Minkä laitteen levy?”.</translation>
    </message>
    <message>
        <source>A report has found a drive that nobody recorded.</source>
        <translation>Raportista löytyi levy, jota kukaan ei kirjannut.</translation>
    </message>
    <message>
        <source>Look whether the drive is in the device.</source>
        <translation>Katso, onko levy laitteessa.</translation>
    </message>
    <message>
        <source>Accept it, or say that it is not there.</source>
        <translation>Hyväksy se, tai sano, ettei se ole siellä.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tyyppi</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Menetelmä</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>Kierrokset</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Tulos</translation>
    </message>
    <message>
        <source>The evidence is enough.</source>
        <translation>Todisteet riittävät.</translation>
    </message>
    <message>
        <source>It waits for your approval.</source>
        <translation>Se odottaa hyväksyntääsi.</translation>
    </message>
    <message>
        <source>This medium is in order. Another one of the device is not.</source>
        <translation>Tämä väline on kunnossa. Laitteen toinen väline ei ole.</translation>
    </message>
    <message>
        <source>The reports contradict each other.</source>
        <translation>Raportit ovat ristiriidassa.</translation>
    </message>
    <message>
        <source>Nobody here can approve it. Ask a third supervisor, or let a maker wipe it again.</source>
        <translation>Kukaan täällä ei voi hyväksyä sitä. Pyydä kolmatta työnjohtajaa. Tai anna tekijän tyhjentää uudelleen ja tuoda raportti.</translation>
    </message>
    <message>
        <source>These can approve: {0}.</source>
        <translation>Nämä voivat hyväksyä: {0}.</translation>
    </message>
    <message>
        <source>It waits here: {0}.</source>
        <translation>Se odottaa täällä: {0}.</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Vaaditaan</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>Kirjaaja</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Saatu</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Miten</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Ohjelma</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Virheet</translation>
    </message>
    <message>
        <source>Hidden areas</source>
        <translation>Piilotetut alueet</translation>
    </message>
    <message>
        <source>Machine&apos;s clock</source>
        <translation>Koneen kello</translation>
    </message>
    <message>
        <source>Brought in</source>
        <translation>Tuotu</translation>
    </message>
    <message>
        <source>Done by</source>
        <translation>Tekijä</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>ei tiedossa</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tiedosto</translation>
    </message>
    <message>
        <source>the last one read back</source>
        <translation>viimeinen tarkistettu</translation>
    </message>
    <message>
        <source>each one read back</source>
        <translation>jokainen tarkistettu</translation>
    </message>
    <message>
        <source>not read back</source>
        <translation>ei tarkistettu</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ei ole</translation>
    </message>
    <message>
        <source>found</source>
        <translation>löytyi</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>sivussa</translation>
    </message>
    <message>
        <source>Nothing waits for approval</source>
        <translation>Mikään ei odota hyväksyntää</translation>
    </message>
    <message>
        <source>Nothing is ready before it is approved.</source>
        <translation>Mikään ei ole valmis ennen hyväksyntää.</translation>
    </message>
</context>
<context>
    <name>WipingDecided</name>
    <message>
        <source>Decided: {0}.</source>
        <translation>Päätetty: {0}.</translation>
    </message>
    <message>
        <source>A maker wipes it next, after scanning the device.</source>
        <translation>Seuraavaksi tekijä lukee laitteen tarran ja tyhjentää sen.</translation>
    </message>
    <message>
        <source>A maker takes it out next, after scanning the device.</source>
        <translation>Seuraavaksi tekijä lukee laitteen tarran ja ottaa sen pois.</translation>
    </message>
    <message>
        <source>Two makers destroy it together next.</source>
        <translation>Seuraavaksi kaksi tekijää tuhoaa sen yhdessä.</translation>
    </message>
    <message>
        <source>Two makers destroy it next, with what it is a part of.</source>
        <translation>Seuraavaksi kaksi tekijää tuhoaa sen laitteen mukana.</translation>
    </message>
    <message>
        <source>A maker takes it out next. Then two makers destroy it.</source>
        <translation>Tekijä ottaa sen ensin pois. Sitten kaksi tekijää tuhoaa sen.</translation>
    </message>
</context>
<context>
    <name>WipingKinds</name>
    <message>
        <source>Hard disk</source>
        <translation>Kiintolevy</translation>
    </message>
    <message>
        <source>SSD</source>
        <translation>SSD</translation>
    </message>
    <message>
        <source>Small SSD (NVMe)</source>
        <translation>Pieni SSD (NVMe)</translation>
    </message>
    <message>
        <source>USB stick</source>
        <translation>USB-tikku</translation>
    </message>
    <message>
        <source>Memory card</source>
        <translation>Muistikortti</translation>
    </message>
    <message>
        <source>Soldered chip</source>
        <translation>Juotettu piiri</translation>
    </message>
    <message>
        <source>Phone or tablet</source>
        <translation>Puhelin tai tabletti</translation>
    </message>
</context>
<context>
    <name>WipingLane</name>
    <message>
        <source>Look at what is marked.</source>
        <translation>Katso merkityt kohdat.</translation>
    </message>
    <message>
        <source>Everything fits what is asked for.</source>
        <translation>Kaikki vastaa vaatimusta.</translation>
    </message>
    <message>
        <source>Wiped by {0}, brought in by {1}</source>
        <translation>Tyhjensi {0}, toi {1}</translation>
    </message>
    <message>
        <source>The machine&apos;s own list: {0}.</source>
        <translation>Koneen oma luettelo: {0}.</translation>
    </message>
    <message>
        <source>The model has places for {0}.</source>
        <translation>Mallissa on paikkoja: {0}.</translation>
    </message>
    <message>
        <source>Nothing else tells the number.</source>
        <translation>Määrää ei kerro mikään muu.</translation>
    </message>
    <message>
        <source>taken out</source>
        <translation>irrotettu</translation>
    </message>
    <message>
        <source>in {0}</source>
        <translation>tuotu {0}</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>sopii</translation>
    </message>
    <message>
        <source>It was not looked at.</source>
        <translation>Sitä ei katsottu.</translation>
    </message>
    <message>
        <source>Its kind is only told: open it and look.</source>
        <translation>Tyyppi on vain kerrottu: avaa ja katso.</translation>
    </message>
    <message>
        <source>You went past it.</source>
        <translation>Ohitit sen.</translation>
    </message>
</context>
<context>
    <name>WipingMaker</name>
    <message>
        <source>A scanner reads a label</source>
        <translation>Lukija lukee tarran</translation>
    </message>
    <message>
        <source>Scan the device</source>
        <translation>Lue laite</translation>
    </message>
    <message>
        <source>Waits for a supervisor</source>
        <translation>Odottaa työnjohtajaa</translation>
    </message>
    <message>
        <source>Start it from the stick</source>
        <translation>Käynnistä se tikulta</translation>
    </message>
    <message>
        <source>Take it to the shelf</source>
        <translation>Vie se hyllyyn</translation>
    </message>
    <message>
        <source>Stop. Do not touch it</source>
        <translation>Seis. Älä koske</translation>
    </message>
    <message>
        <source>Another person looks inside</source>
        <translation>Toinen katsoo sisään</translation>
    </message>
    <message>
        <source>Remove the account first. Then reset the phone</source>
        <translation>Poista ensin tili. Nollaa sitten puhelin</translation>
    </message>
    <message>
        <source>Place: {0}</source>
        <translation>Paikka: {0}</translation>
    </message>
    <message>
        <source>Take the disk out: {0}</source>
        <translation>Irrota levy: {0}</translation>
    </message>
    <message>
        <source>Take the disk to be destroyed: {0}</source>
        <translation>Vie levy tuhottavaksi: {0}</translation>
    </message>
    <message>
        <source>Wipe again: {0}</source>
        <translation>Tyhjennä uudelleen: {0}</translation>
    </message>
    <message>
        <source>Scan the shelf where it goes</source>
        <translation>Lue hylly, johon se menee</translation>
    </message>
    <message>
        <source>A shelf with a label</source>
        <translation>Hylly, jossa on tarra</translation>
    </message>
    <message>
        <source>Nobody knows where it lies</source>
        <translation>Kukaan ei tiedä, missä se on</translation>
    </message>
    <message>
        <source>Next device</source>
        <translation>Seuraava laite</translation>
    </message>
    <message>
        <source>Where it lies</source>
        <translation>Kirjaa paikka</translation>
    </message>
    <message>
        <source>No disk inside</source>
        <translation>Ei levyä sisällä</translation>
    </message>
    <message>
        <source>The phone was reset</source>
        <translation>Puhelin on nollattu</translation>
    </message>
    <message>
        <source>The disk is out</source>
        <translation>Levy on irti</translation>
    </message>
    <message>
        <source>Destroy</source>
        <translation>Tuhoa</translation>
    </message>
</context>
<context>
    <name>WipingMemory</name>
    <message>
        <source>Add the phone&apos;s memory</source>
        <translation>Lisää puhelimen muisti</translation>
    </message>
    <message>
        <source>Add the memory of {0}</source>
        <translation>Lisää muisti laitteeseen {0}</translation>
    </message>
    <message>
        <source>Scan the phone&apos;s own serial number.</source>
        <translation>Lue puhelimen oma sarjanumero.</translation>
    </message>
    <message>
        <source>Press F2. Scan the phone&apos;s serial number</source>
        <translation>Paina F2. Lue puhelimen sarjanumero</translation>
    </message>
    <message>
        <source>A barcode at the back of a phone</source>
        <translation>Viivakoodi puhelimen takana</translation>
    </message>
    <message>
        <source>Add the tablet&apos;s memory</source>
        <translation>Lisää tabletin muisti</translation>
    </message>
    <message>
        <source>Scan the tablet&apos;s own serial number.</source>
        <translation>Lue tabletin oma sarjanumero.</translation>
    </message>
    <message>
        <source>Press F2. Scan the tablet&apos;s serial number</source>
        <translation>Paina F2. Lue tabletin sarjanumero</translation>
    </message>
    <message>
        <source>A barcode at the back of a tablet</source>
        <translation>Viivakoodi tabletin takana</translation>
    </message>
    <message>
        <source>Add a disk</source>
        <translation>Lisää levy</translation>
    </message>
    <message>
        <source>Add a disk to {0}</source>
        <translation>Lisää levy laitteeseen {0}</translation>
    </message>
    <message>
        <source>Scan the barcode on the disk.</source>
        <translation>Lue levyn viivakoodi.</translation>
    </message>
    <message>
        <source>Scan the disk&apos;s barcode</source>
        <translation>Lue levyn viivakoodi</translation>
    </message>
    <message>
        <source>A disk with a barcode</source>
        <translation>Levy, jossa on viivakoodi</translation>
    </message>
</context>
<context>
    <name>WipingPanel</name>
    <message>
        <source>Brought in:</source>
        <translation>Tuotu:</translation>
    </message>
    <message numerus="yes">
        <source>%n reports</source>
        <translation>
            <numerusform>%n raportti</numerusform>
            <numerusform>%n raporttia</numerusform>
        </translation>
    </message>
    <message>
        <source>Battery swollen? Press here.</source>
        <translation>Akku turvonnut? Paina tästä.</translation>
    </message>
    <message>
        <source>Bring in reports</source>
        <translation>Tuo raportit</translation>
    </message>
    <message>
        <source>place</source>
        <translation>paikka</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yritä uudelleen</translation>
    </message>
    <message>
        <source>serial number of a disk</source>
        <translation>levyn sarjanumero</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>ei löydy</translation>
    </message>
    <message>
        <source>Scan the device&apos;s own label first.</source>
        <translation>Lue ensin laitteen oma tarra.</translation>
    </message>
    <message>
        <source>Not found here</source>
        <translation>Ei löydy täältä</translation>
    </message>
</context>
<context>
    <name>WipingPresenter</name>
    <message>
        <source>The approval was taken back</source>
        <translation>Hyväksyntä on peruttu</translation>
    </message>
    <message>
        <source>Medium recorded</source>
        <translation>Tallennusväline kirjattu</translation>
    </message>
    <message>
        <source>The drive belongs to the device</source>
        <translation>Levy kuuluu laitteeseen</translation>
    </message>
    <message>
        <source>The drive was rejected</source>
        <translation>Levy on hylätty</translation>
    </message>
    <message>
        <source>The kind is confirmed</source>
        <translation>Tyyppi on vahvistettu</translation>
    </message>
    <message>
        <source>The serial number is confirmed</source>
        <translation>Sarjanumero on vahvistettu</translation>
    </message>
    <message>
        <source>The place is recorded</source>
        <translation>Paikka kirjattiin</translation>
    </message>
    <message>
        <source>Taken out. The medium gets a label of its own.</source>
        <translation>Otettu pois. Väline saa oman tarran.</translation>
    </message>
    <message>
        <source>It is a spare part now. It gets a label of its own.</source>
        <translation>Väline on nyt varaosa. Se saa oman tarran.</translation>
    </message>
    <message>
        <source>It has to be wiped anew</source>
        <translation>Väline on tyhjennettävä uudelleen</translation>
    </message>
    <message>
        <source>The record was taken back</source>
        <translation>Kirjaus on peruttu</translation>
    </message>
    <message>
        <source>The report counts for this medium</source>
        <translation>Raportti koskee tätä välinettä</translation>
    </message>
    <message>
        <source>The report does not count</source>
        <translation>Raportti ei vaikuta</translation>
    </message>
    <message>
        <source>The performer is recorded</source>
        <translation>Tekijä on kirjattu</translation>
    </message>
    <message>
        <source>The wipe is recorded</source>
        <translation>Tyhjennys on kirjattu</translation>
    </message>
    <message>
        <source>The reset is recorded. A supervisor looks at it.</source>
        <translation>Nollaus on kirjattu. Työnjohtaja tarkistaa sen.</translation>
    </message>
    <message>
        <source>The label comes out of the printer. If it does not: open {0}, press F10.</source>
        <translation>Tarra tulee tulostimesta. Jos tarraa ei tule: avaa {0} ja paina F10.</translation>
    </message>
    <message>
        <source>Another person has to look and say so too.</source>
        <translation>Myös toisen tekijän pitää katsoa ja sanoa se.</translation>
    </message>
    <message>
        <source>You have found no medium</source>
        <translation>Et löytänyt tallennusvälinettä</translation>
    </message>
    <message>
        <source>No medium inside: two persons say so</source>
        <translation>Sisällä ei ole välinettä: kaksi tekijää sanoo niin</translation>
    </message>
</context>
<context>
    <name>WitnessCard</name>
    <message>
        <source>Two persons saw it</source>
        <translation>Kaksi ihmistä näki sen</translation>
    </message>
    <message>
        <source>A badge with a barcode</source>
        <translation>Tunniste, jossa on viivakoodi</translation>
    </message>
    <message>
        <source>That is no badge.</source>
        <translation>Tämä ei ole kortti.</translation>
    </message>
    <message>
        <source>The same badge. Another person has to see it too.</source>
        <translation>Sama kortti. Toisenkin ihmisen on nähtävä se.</translation>
    </message>
    <message>
        <source>Both persons scan their badges.</source>
        <translation>Molemmat lukevat korttinsa.</translation>
    </message>
    <message>
        <source>Wait a moment.</source>
        <translation>Odota hetki.</translation>
    </message>
    <message>
        <source>Record the destruction</source>
        <translation>Kirjaa tuhoaminen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Takaisin</translation>
    </message>
    <message>
        <source>First person: badge read.</source>
        <translation>Ensimmäinen: kortti luettu.</translation>
    </message>
    <message>
        <source>Second person: badge read.</source>
        <translation>Toinen: kortti luettu.</translation>
    </message>
    <message>
        <source>First person: scan your badge.</source>
        <translation>Ensimmäinen: lue korttisi.</translation>
    </message>
    <message>
        <source>Second person: scan your badge.</source>
        <translation>Toinen: lue korttisi.</translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>Workshop</source>
        <translation>Paja</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Työnjohtaja</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Toinen</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Tieto</translation>
    </message>
    <message>
        <source>SSDs</source>
        <translation>SSD-levyt</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Varmuuskopio</translation>
    </message>
    <message>
        <source>Serkut Desk · first start</source>
        <translation>Serkut Desk · ensimmäinen käynnistys</translation>
    </message>
    <message>
        <source>Open the desk</source>
        <translation>Avaa työpöytä</translation>
    </message>
    <message>
        <source>Make the workshop</source>
        <translation>Perusta paja</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Seuraava</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Takaisin</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>Avaa esimerkki</translation>
    </message>
    <message>
        <source>One moment.</source>
        <translation>Hetkinen.</translation>
    </message>
</context>
<context>
    <name>WordsPage</name>
    <message>
        <source>Words</source>
        <translation>Sanat</translation>
    </message>
    <message>
        <source>A person looks</source>
        <translation>Ihminen katsoo</translation>
    </message>
    <message>
        <source>Everything was read back</source>
        <translation>Kaikki luettiin takaisin</translation>
    </message>
    <message>
        <source>The last pass was read back</source>
        <translation>Viimeinen kierros luettiin takaisin</translation>
    </message>
    <message>
        <source>Nothing was read back</source>
        <translation>Mitään ei luettu takaisin</translation>
    </message>
</context>
<context>
    <name>WorkArea</name>
    <message>
        <source>Beside the work</source>
        <translation>Työn vieressä</translation>
    </message>
    <message>
        <source>Beside this station</source>
        <translation>Tämän aseman vieressä</translation>
    </message>
</context>
<context>
    <name>WorkForm</name>
    <message>
        <source>half done before</source>
        <translation>jäi kesken</translation>
    </message>
    <message>
        <source>scanned</source>
        <translation>luettu</translation>
    </message>
</context>
<context>
    <name>WorkshopPage</name>
    <message>
        <source>What is the workshop called?</source>
        <translation>Mikä on pajan nimi?</translation>
    </message>
    <message>
        <source>The name stands on certificates, badges and reports.</source>
        <translation>Nimi näkyy todistuksissa, korteissa ja raporteissa.</translation>
    </message>
    <message>
        <source>Name of the workshop</source>
        <translation>Pajan nimi</translation>
    </message>
    <message>
        <source>For example: Digipaja</source>
        <translation>Esimerkiksi: Digipaja</translation>
    </message>
    <message>
        <source>Only looking? A demo week shows every screen with invented devices.</source>
        <translation>Katseletko vain? Esimerkkiviikossa on joka ruudulla keksittyjä laitteita.</translation>
    </message>
    <message>
        <source>Try a demo week</source>
        <translation>Kokeile esimerkkiviikolla</translation>
    </message>
    <message>
        <source>Write the name.</source>
        <translation>Kirjoita nimi.</translation>
    </message>
</context>
<context>
    <name>_HandCard</name>
    <message>
        <source>No evidence file yet.</source>
        <translation>Todistetiedostoa ei vielä ole.</translation>
    </message>
    <message>
        <source>Wait a moment.</source>
        <translation>Odota hetki.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Tallenna</translation>
    </message>
    <message>
        <source>Evidence file</source>
        <translation>Todistetiedosto</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Keskeytä</translation>
    </message>
    <message>
        <source>Evidence file: {0}</source>
        <translation>Todistetiedosto: {0}</translation>
    </message>
</context>
<context>
    <name>_MediumRow</name>
    <message>
        <source>no serial number</source>
        <translation>ei sarjanumeroa</translation>
    </message>
    <message>
        <source>Kind known from: {0}</source>
        <translation>Laji tiedetään: {0}</translation>
    </message>
    <message>
        <source>taken out {0}</source>
        <translation>otettu pois {0}</translation>
    </message>
    <message>
        <source>came from {0}</source>
        <translation>tuli laitteesta {0}</translation>
    </message>
    <message>
        <source>is in {0} now</source>
        <translation>on nyt laitteessa {0}</translation>
    </message>
    <message>
        <source>found in a report, nobody declared it</source>
        <translation>löytyi raportista, kukaan ei ilmoittanut sitä</translation>
    </message>
    <message>
        <source>Level {0}, required {1}</source>
        <translation>Taso {0}, vaadittu {1}</translation>
    </message>
</context>
<context>
    <name>_StationButton</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n odottaa</numerusform>
            <numerusform>%n odottaa</numerusform>
        </translation>
    </message>
</context>
</TS>
