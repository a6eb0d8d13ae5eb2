#include "tests/support/raw_database.h"

#include "foundation/database/connection.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QVariant>

namespace giftbox::tests {

struct RawDatabase::Impl {
    QSqlDatabase connection;

    QSqlQuery run(const std::string& sql) const
    {
        QSqlQuery query(connection);
        query.setForwardOnly(true);
        if (!query.exec(QString::fromStdString(sql))) {
            throw foundation::DatabaseError(sql, query.lastError().text().toStdString(),
                                            query.lastError().nativeErrorCode().toStdString());
        }
        return query;
    }
};

RawDatabase::RawDatabase(const std::string& url)
    : impl_(std::make_unique<Impl>(Impl{foundation::openConnection(url)}))
{}

RawDatabase::~RawDatabase()
{
    const QString name = impl_->connection.connectionName();
    impl_.reset();
    QSqlDatabase::removeDatabase(name);
}

std::vector<RawDatabase::Cells> RawDatabase::rows(const std::string& sql) const
{
    std::vector<Cells> rows;
    QSqlQuery query = impl_->run(sql);
    const int columns = query.record().count();
    while (query.next()) {
        Cells& cells = rows.emplace_back();
        for (int i = 0; i < columns; ++i) {
            cells.push_back(query.isNull(i) ? "NULL" : query.value(i).toString().toStdString());
        }
    }
    return rows;
}

std::vector<std::string> RawDatabase::column(const std::string& sql) const
{
    std::vector<std::string> cells;
    for (const Cells& row : rows(sql)) {
        cells.push_back(row.front());
    }
    return cells;
}

std::vector<std::string> RawDatabase::storeTables() const
{
    return column(impl_->connection.driverName() == "QSQLITE"
                      ? "SELECT t.name FROM sqlite_master t JOIN pragma_table_info(t.name) c "
                        "WHERE t.type = 'table' AND c.name = 'store_id' AND t.name NOT IN "
                        "('api_token', 'saved_view', 'user_role') ORDER BY t.name"
                      : "SELECT table_name FROM information_schema.columns WHERE table_schema = "
                        "current_schema() AND column_name = 'store_id' AND table_name NOT IN "
                        "('api_token', 'saved_view', 'user_role') ORDER BY table_name");
}

std::int64_t RawDatabase::execute(const std::string& sql) const
{
    return impl_->run(sql).numRowsAffected();
}

} // namespace giftbox::tests
