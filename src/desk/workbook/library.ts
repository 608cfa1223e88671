/** What takes workbooks apart: in a file of its own, fetched once somebody chooses one or saves one, and no more of it than is used. */

export { strToU8, unzipSync, zipSync } from 'fflate';
export { default as readSheets } from 'read-excel-file/universal';
