# Peer of the rates: data.table, from one file of conformed case rows, columns that are needed alone.
#   Rscript rates.R prepare CASES.csv FOLDER    writes cases.rds (uncompressed, codes as factors) and cases.csv
#   Rscript rates.R rds|csv FOLDER POPULATION.csv GROUPS.csv SEGI.csv [REPETITIONS]
suppressPackageStartupMessages(library(data.table))
setDTthreads(2)
args <- commandArgs(TRUE)
columns <- c("sex", "age", "incidence_date", "topography", "morphology", "behaviour")
if (args[1] == "prepare") {
  x <- fread(args[2], select = columns, colClasses = list(character = c("topography", "morphology")))
  fwrite(x, file.path(args[3], "cases.csv"))
  x[, `:=`(topography = factor(topography), morphology = factor(morphology), incidence_date = as.IDate(incidence_date))]
  saveRDS(x, file.path(args[3], "cases.rds"), compress = FALSE)
  quit()
}
population <- fread(args[3])[, .(py = sum(population)), by = .(sex, year, age_group = pmin(age_lower %/% 5L, 17L))]
groups <- fread(args[4], header = FALSE, col.names = c("topography", "morphology", "cancer"), colClasses = "character")
weights <- fread(args[5])$weight
rates <- function() {
  x <- if (args[1] == "rds") readRDS(file.path(args[2], "cases.rds"))
       else fread(file.path(args[2], "cases.csv"), colClasses = list(character = c("topography", "morphology")))
  known <- x[behaviour == 3L & !is.na(age), .N, by = .(topography, morphology, sex, year = year(incidence_date), age_group = pmin(age %/% 5L, 17L))]
  known[, `:=`(topography = as.character(topography), morphology = as.character(morphology))]
  cells <- groups[known, on = .(topography, morphology), nomatch = NULL][, .(n = sum(N)), by = .(cancer, sex, year, age_group)]
  all <- merge(population[, .(cancer = unique(groups$cancer)), by = .(sex, year, age_group, py)], cells, by = c("cancer", "sex", "year", "age_group"), all.x = TRUE)
  all[is.na(n), n := 0L][, .(asr = 1e5 * sum(weights[age_group + 1L] * n / py) / sum(weights)), by = .(cancer, sex, year)]
}
for (i in seq_len(if (length(args) > 5) as.integer(args[6]) else 1L)) {
  before <- proc.time()
  asr <- rates()
  spent <- proc.time() - before
  message(sprintf("run %d: %.2f s wall, %.2f s processor", i, spent[["elapsed"]], spent[["user.self"]] + spent[["sys.self"]]))
}
asr[, cat(sprintf("rate,%s,%d,%d,%.12f\n", cancer, sex, year, asr), sep = "")]
