<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Approvals</name>
    <message numerus="yes">
        <source>Approve %n devices</source>
        <translation>
            <numerusform>Approve %n device</numerusform>
            <numerusform>Approve %n devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ApproveCard</name>
    <message numerus="yes">
        <source>Approve %n devices</source>
        <translation>
            <numerusform>Approve %n device</numerusform>
            <numerusform>Approve %n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n devices, each with the same number</source>
        <translation>
            <numerusform>%n device, each with the same number</numerusform>
            <numerusform>%n devices, each with the same number</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupSection</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries are whole</source>
        <translation>
            <numerusform>%n entry is whole</numerusform>
            <numerusform>%n entries are whole</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CertificatesPanel</name>
    <message numerus="yes">
        <source>Issue %n certificates</source>
        <translation>
            <numerusform>Issue %n certificate</numerusform>
            <numerusform>Issue %n certificates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n devices</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CertificatesPresenter</name>
    <message numerus="yes">
        <source>%n certificates issued</source>
        <translation>
            <numerusform>%n certificate issued</numerusform>
            <numerusform>%n certificates issued</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificates saved</source>
        <translation>
            <numerusform>%n certificate saved</numerusform>
            <numerusform>%n certificates saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CloseLotCard</name>
    <message numerus="yes">
        <source>%n without a reason</source>
        <translation>
            <numerusform>%n without a reason</numerusform>
            <numerusform>%n without a reason</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on the list</source>
        <translation>
            <numerusform>%n on the list</numerusform>
            <numerusform>%n on the list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n received</source>
        <translation>
            <numerusform>%n received</numerusform>
            <numerusform>%n received</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not on the list</source>
        <translation>
            <numerusform>%n not on the list</numerusform>
            <numerusform>%n not on the list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountCard</name>
    <message numerus="yes">
        <source>%n not on the list</source>
        <translation>
            <numerusform>%n not on the list</numerusform>
            <numerusform>%n not on the list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Delivery</name>
    <message numerus="yes">
        <source>%n came later</source>
        <translation>
            <numerusform>%n came later</numerusform>
            <numerusform>%n came later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cages or pallets are listed</source>
        <translation>
            <numerusform>%n cage or pallet is listed</numerusform>
            <numerusform>%n cages or pallets are listed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeskSection</name>
    <message numerus="yes">
        <source>after %n minutes</source>
        <translation>
            <numerusform>after %n minute</numerusform>
            <numerusform>after %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DestructionPanel</name>
    <message numerus="yes">
        <source>Take all %n</source>
        <translation>
            <numerusform>Take %n</numerusform>
            <numerusform>Take all %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n media destroyed</source>
        <translation>
            <numerusform>%n medium destroyed</numerusform>
            <numerusform>%n media destroyed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DevicesPanel</name>
    <message numerus="yes">
        <source>%n devices</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidencePanel</name>
    <message numerus="yes">
        <source>Bring in %n new</source>
        <translation>
            <numerusform>Bring in %n new</numerusform>
            <numerusform>Bring in %n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new reports have come</source>
        <translation>
            <numerusform>%n new report has come</numerusform>
            <numerusform>%n new reports have come</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileNumbers</name>
    <message numerus="yes">
        <source>%n files read</source>
        <translation>
            <numerusform>%n file read</numerusform>
            <numerusform>%n files read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in order</source>
        <translation>
            <numerusform>%n in order</numerusform>
            <numerusform>%n in order</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need a supervisor</source>
        <translation>
            <numerusform>%n needs a supervisor</numerusform>
            <numerusform>%n need a supervisor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known already</source>
        <translation>
            <numerusform>%n known already</numerusform>
            <numerusform>%n known already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other files</source>
        <translation>
            <numerusform>%n other file</numerusform>
            <numerusform>%n other files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FootWords</name>
    <message numerus="yes">
        <source>%n labels wait for the printer</source>
        <translation>
            <numerusform>%n label waits for the printer</numerusform>
            <numerusform>%n labels wait for the printer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n labels to print</source>
        <translation>
            <numerusform>%n label to print</numerusform>
            <numerusform>%n labels to print</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GradingPanel</name>
    <message numerus="yes">
        <source>%n checks</source>
        <translation>
            <numerusform>%n check</numerusform>
            <numerusform>%n checks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n devices wait for grading.</source>
        <translation>
            <numerusform>%n device waits for grading.</numerusform>
            <numerusform>%n devices wait for grading.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoverCounts</name>
    <message numerus="yes">
        <source>%n devices</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n labels are still to be scanned</source>
        <translation>
            <numerusform>%n label is still to be scanned</numerusform>
            <numerusform>%n labels are still to be scanned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things are missing</source>
        <translation>
            <numerusform>%n thing is missing</numerusform>
            <numerusform>%n things are missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomeSide</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InstallationCounts</name>
    <message numerus="yes">
        <source>%n faults</source>
        <translation>
            <numerusform>%n fault</numerusform>
            <numerusform>%n faults</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n machines</source>
        <translation>
            <numerusform>%n machine</numerusform>
            <numerusform>%n machines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %n machines?</source>
        <translation>
            <numerusform>Save %n machine?</numerusform>
            <numerusform>Save %n machines?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All tests well: %n machines</source>
        <translation>
            <numerusform>All tests well: %n machine</numerusform>
            <numerusform>All tests well: %n machines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n installations saved</source>
        <translation>
            <numerusform>%n installation saved</numerusform>
            <numerusform>%n installations saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IntakePresenter</name>
    <message numerus="yes">
        <source>%n received</source>
        <translation>
            <numerusform>%n received</numerusform>
            <numerusform>%n received</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not on the list</source>
        <translation>
            <numerusform>%n not on the list</numerusform>
            <numerusform>%n not on the list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JournalSection</name>
    <message numerus="yes">
        <source>%n entries are whole</source>
        <translation>
            <numerusform>%n entry is whole</numerusform>
            <numerusform>%n entries are whole</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelsPresenter</name>
    <message numerus="yes">
        <source>%n labels printed</source>
        <translation>
            <numerusform>%n label printed</numerusform>
            <numerusform>%n labels printed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n labels for the roll</source>
        <translation>
            <numerusform>%n label for the roll</numerusform>
            <numerusform>%n labels for the roll</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LaneCard</name>
    <message numerus="yes">
        <source>Look at each of the lot first: %n left.</source>
        <translation>
            <numerusform>Look at each of the lot first: %n left.</numerusform>
            <numerusform>Look at each of the lot first: %n left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The lot&apos;s clean ones (%n)</source>
        <translation>
            <numerusform>The lot&apos;s clean one (%n)</numerusform>
            <numerusform>The lot&apos;s clean ones (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Certificates of {0} (%n)</source>
        <translation>
            <numerusform>Certificates of {0} (%n)</numerusform>
            <numerusform>Certificates of {0} (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Certificates of %n devices</source>
        <translation>
            <numerusform>Certificate of %n device</numerusform>
            <numerusform>Certificates of %n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n media</source>
        <translation>
            <numerusform>%n medium</numerusform>
            <numerusform>%n media</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n approved</source>
        <translation>
            <numerusform>%n approved</numerusform>
            <numerusform>%n approved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being saved</source>
        <translation>
            <numerusform>%n being saved</numerusform>
            <numerusform>%n being saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n devices approved</source>
        <translation>
            <numerusform>%n device approved</numerusform>
            <numerusform>%n devices approved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LanePage</name>
    <message numerus="yes">
        <source>%n devices are left</source>
        <translation>
            <numerusform>%n device is left</numerusform>
            <numerusform>%n devices are left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListCard</name>
    <message numerus="yes">
        <source>%n parts</source>
        <translation>
            <numerusform>%n part</numerusform>
            <numerusform>%n parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wanted</source>
        <translation>
            <numerusform>%n wanted</numerusform>
            <numerusform>%n wanted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kinds</source>
        <translation>
            <numerusform>%n kind</numerusform>
            <numerusform>%n kinds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pairs</source>
        <translation>
            <numerusform>%n pair</numerusform>
            <numerusform>%n pairs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LooksPanel</name>
    <message numerus="yes">
        <source>Draw %n more</source>
        <translation>
            <numerusform>Draw %n more</numerusform>
            <numerusform>Draw %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n media are in doubt now</source>
        <translation>
            <numerusform>%n medium is in doubt now</numerusform>
            <numerusform>%n media are in doubt now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n media are still in doubt</source>
        <translation>
            <numerusform>%n medium is still in doubt</numerusform>
            <numerusform>%n media are still in doubt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpposedNumbers</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PartsPanel</name>
    <message numerus="yes">
        <source>%n parts</source>
        <translation>
            <numerusform>%n part</numerusform>
            <numerusform>%n parts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotoStrip</name>
    <message numerus="yes">
        <source>%n files in the folder can not be opened.</source>
        <translation>
            <numerusform>%n file in the folder can not be opened.</numerusform>
            <numerusform>%n files in the folder can not be opened.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message numerus="yes">
        <source>%n digits</source>
        <translation>
            <numerusform>%n digit</numerusform>
            <numerusform>%n digits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message numerus="yes">
        <source>%n devices</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines of many things</source>
        <translation>
            <numerusform>%n line of many things</numerusform>
            <numerusform>%n lines of many things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows have a problem</source>
        <translation>
            <numerusform>%n row has a problem</numerusform>
            <numerusform>%n rows have a problem</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows skipped</source>
        <translation>
            <numerusform>%n row skipped</numerusform>
            <numerusform>%n rows skipped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuarantinePanel</name>
    <message numerus="yes">
        <source>%n devices</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message numerus="yes">
        <source>%n devices get their certificate now.</source>
        <translation>
            <numerusform>%n device gets its certificate now.</numerusform>
            <numerusform>%n devices get their certificate now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n devices have one already.</source>
        <translation>
            <numerusform>%n device has one already.</numerusform>
            <numerusform>%n devices have one already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n devices are left out.</source>
        <translation>
            <numerusform>%n device is left out.</numerusform>
            <numerusform>%n devices are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %n certificates were not issued.</source>
        <translation>
            <numerusform>Stopped: %n certificate was not issued.</numerusform>
            <numerusform>Stopped: %n certificates were not issued.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificates issued</source>
        <translation>
            <numerusform>%n certificate issued</numerusform>
            <numerusform>%n certificates issued</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n devices approved</source>
        <translation>
            <numerusform>%n device approved</numerusform>
            <numerusform>%n devices approved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new labels wait at the printer.</source>
        <translation>
            <numerusform>%n new label waits at the printer.</numerusform>
            <numerusform>%n new labels wait at the printer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n devices</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n devices were not seen</source>
        <translation>
            <numerusform>%n device was not seen</numerusform>
            <numerusform>%n devices were not seen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n containers</source>
        <translation>
            <numerusform>%n container</numerusform>
            <numerusform>%n containers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueCard</name>
    <message numerus="yes">
        <source>%n devices</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message numerus="yes">
        <source>%n devices</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreCard</name>
    <message numerus="yes">
        <source>%n later entries</source>
        <translation>
            <numerusform>%n later entry</numerusform>
            <numerusform>%n later entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultNotices</name>
    <message numerus="yes">
        <source>%n containers</source>
        <translation>
            <numerusform>%n container</numerusform>
            <numerusform>%n containers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsCard</name>
    <message numerus="yes">
        <source>%n devices found</source>
        <translation>
            <numerusform>%n device found</numerusform>
            <numerusform>%n devices found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %n devices. Write more to narrow it down.</source>
        <translation>
            <numerusform>The newest device. Write more to narrow it down.</numerusform>
            <numerusform>The newest %n devices. Write more to narrow it down.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReturnsPanel</name>
    <message numerus="yes">
        <source>%n devices</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowNumbers</name>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait for approval</source>
        <translation>
            <numerusform>%n waits for approval</numerusform>
            <numerusform>%n wait for approval</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not enough</source>
        <translation>
            <numerusform>%n not enough</numerusform>
            <numerusform>%n not enough</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%n to decide</numerusform>
            <numerusform>%n to decide</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShipmentSide</name>
    <message numerus="yes">
        <source>%n containers</source>
        <translation>
            <numerusform>%n container</numerusform>
            <numerusform>%n containers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SnapshotCounts</name>
    <message numerus="yes">
        <source>%n machines came in</source>
        <translation>
            <numerusform>%n machine came in</numerusform>
            <numerusform>%n machines came in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known already</source>
        <translation>
            <numerusform>%n known already</numerusform>
            <numerusform>%n known already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files could not be read</source>
        <translation>
            <numerusform>%n file could not be read</numerusform>
            <numerusform>%n files could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n disks that nobody declared</source>
        <translation>
            <numerusform>%n disk that nobody declared</numerusform>
            <numerusform>%n disks that nobody declared</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to choose</source>
        <translation>
            <numerusform>%n to choose</numerusform>
            <numerusform>%n to choose</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n devices it may be</source>
        <translation>
            <numerusform>%n device it may be</numerusform>
            <numerusform>%n devices it may be</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SnapshotsPanel</name>
    <message numerus="yes">
        <source>Take %n</source>
        <translation>
            <numerusform>Take %n</numerusform>
            <numerusform>Take %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}: %n things taken over</source>
        <translation>
            <numerusform>{0}: %n thing taken over</numerusform>
            <numerusform>{0}: %n things taken over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n disks are inside</source>
        <translation>
            <numerusform>%n disk is inside</numerusform>
            <numerusform>%n disks are inside</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartSide</name>
    <message numerus="yes">
        <source>%n of them with data</source>
        <translation>
            <numerusform>%n of them with data</numerusform>
            <numerusform>%n of them with data</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message numerus="yes">
        <source>%n devices wait to be taken apart.</source>
        <translation>
            <numerusform>%n device waits to be taken apart.</numerusform>
            <numerusform>%n devices wait to be taken apart.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Starting</name>
    <message numerus="yes">
        <source>%n scans wait. Choose who gets the device.</source>
        <translation>
            <numerusform>%n scan waits. Choose who gets the device.</numerusform>
            <numerusform>%n scans wait. Choose who gets the device.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StickerPhotos</name>
    <message numerus="yes">
        <source>%n pictures taken</source>
        <translation>
            <numerusform>%n picture taken</numerusform>
            <numerusform>%n pictures taken</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StocktakePanel</name>
    <message numerus="yes">
        <source>%n parts are missing.</source>
        <translation>
            <numerusform>%n part is missing.</numerusform>
            <numerusform>%n parts are missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n devices are missing. Tell a supervisor now.</source>
        <translation>
            <numerusform>%n device is missing. Tell a supervisor now.</numerusform>
            <numerusform>%n devices are missing. Tell a supervisor now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n devices are missing.</source>
        <translation>
            <numerusform>%n device is missing.</numerusform>
            <numerusform>%n devices are missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message numerus="yes">
        <source>%n checks are done again</source>
        <translation>
            <numerusform>%n check is done again</numerusform>
            <numerusform>%n checks are done again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThingRows</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrialPage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message numerus="yes">
        <source>%n in the house</source>
        <translation>
            <numerusform>%n in the house</numerusform>
            <numerusform>%n in the house</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WipingPanel</name>
    <message numerus="yes">
        <source>%n reports</source>
        <translation>
            <numerusform>%n report</numerusform>
            <numerusform>%n reports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_StationButton</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
</TS>
