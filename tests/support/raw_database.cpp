#include "tests/support/raw_database.h"

#include "foundation/connection.h"

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

std::int64_t RawDatabase::execute(const std::string& sql) const
{
    return impl_->run(sql).numRowsAffected();
}

} // namespace giftbox::tests
